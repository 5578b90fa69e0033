import { pointerStep } from './json-pointer.js';
import { AN_INSTANT, type Language, type Words } from './problem.js';
import { LINE_WITH_TEXT, WITH_TEXT } from './text-line.js';

/** What Ajv says of one member that does not fit. */
export type SchemaError = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
};

const KOREAN: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  required: () => '꼭 있어야 해요',
  additionalProperties: () => '모르는 항목이에요',
  type: ({ type }) => `${String(type)} 형식이어야 해요`,
  enum: ({ allowedValues }) => `다음 중 하나여야 해요: ${(allowedValues as readonly unknown[]).join(', ')}`,
  format: ({ format }) => `${String(format)} 형식에 맞지 않아요`,
  pattern: ({ pattern }) => `${String(pattern)} 꼴이어야 해요`,
  minLength: ({ limit }) => `${String(limit)}자 이상이어야 해요`,
  maxLength: ({ limit }) => `${String(limit)}자 이하여야 해요`,
  minimum: ({ limit }) => `${String(limit)} 이상이어야 해요`,
  maximum: ({ limit }) => `${String(limit)} 이하여야 해요`,
  minItems: ({ limit }) => `${String(limit)}개 이상이어야 해요`,
  maxItems: ({ limit }) => `${String(limit)}개 이하여야 해요`,
};

const ENGLISH: typeof KOREAN = {
  required: () => 'must be given',
  additionalProperties: () => 'is not known here',
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as readonly unknown[]).join(', ')}`,
};

/** Where the pointers into a part of a request begin; those into its body begin with nothing. */
const PARTS: Readonly<Record<string, string>> = { querystring: '/query', params: '/path', headers: '/headers' };

/** What a program would say of a value that people cannot make much of. */
const IN_OUR_WORDS: Readonly<Record<string, Words>> = {
  [LINE_WITH_TEXT.source]: { en: 'must be one line with something in it', ko: '빈칸만이 아닌 한 줄짜리 글이어야 해요' },
  [WITH_TEXT.source]: { en: 'must have something in it', ko: '빈칸만이 아닌 글이어야 해요' },
  'date-time': AN_INSTANT,
};

/** The member of a request's part that does not fit, as a JSON Pointer, and why, in the caller's language. */
export const explainSchemaError = ({ instancePath, keyword, message, params }: SchemaError, language: Language, part = 'body') => {
  const member = (params['missingProperty'] ?? params['additionalProperty']) as string | undefined;
  const own = IN_OUR_WORDS[String(params['pattern'] ?? params['format'])];
  const words = language === 'ko' ? KOREAN[keyword] : ENGLISH[keyword];
  return {
    pointer: `${PARTS[part] ?? ''}${instancePath}${member === undefined ? '' : pointerStep(member)}`,
    detail: own?.[language] ?? words?.(params) ?? message ?? keyword,
  };
};
