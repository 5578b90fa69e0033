/** What somebody is told about a problem, in both first languages. `{name}` is filled from the problem's facts. */
export type ProblemText = { readonly status: number; readonly en: string; readonly ko: string };

/** Every problem a service can answer with, by code. */
export type ProblemTexts<Code extends string = string> = Readonly<Record<Code, ProblemText>>;

/**
 * Thrown by the shell to answer with RFC 9457 problem details. `facts` become members of the answer beside `type`,
 * `title`, `status` and `code`, and fill the text.
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** The same in both languages. */
export type Words = Omit<ProblemText, 'status'>;

/**
 * The problem `invalid-request` at one place: a JSON Pointer into the body, or `/query/…`, `/path/…` and `/headers/…` with
 * the name of what is wrong there.
 */
export const invalid = (pointer: string, detail: Words): Problem => new Problem('invalid-request', { errors: [{ pointer, detail }] });

const UNREADABLE: Words = { en: 'cannot be read', ko: '읽을 수 없는 값이에요' };

/** How a moment is written. */
export const AN_INSTANT: Words = { en: 'must be a moment such as 2026-03-01T09:00:00Z', ko: '2026-03-01T09:00:00Z처럼 적은 시각이어야 해요' };

/** What `read` answers; a RangeError becomes the problem `invalid-request` at `pointer`, in our `words` and not in its own. */
export const readable = <T>(pointer: string, read: () => T, words: Words = UNREADABLE): T => {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name !== 'RangeError') throw error;
    throw invalid(pointer, words);
  }
};

export type Language = 'ko' | 'en';

/** The first of our languages in an `Accept-Language` header, by its weights; English when it asks for neither. */
export const languageOf = (accept: string | undefined): Language => {
  const wanted = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const weight = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'ko' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (wanted[0]?.language as Language | undefined) ?? 'en';
};

/** The problem as it goes over the wire, without `instance` and `traceId`. */
export const problemBody = (texts: ProblemTexts, problem: Problem, language: Language) => {
  const text = texts[problem.code] ?? texts['internal-error'];
  if (!text) throw new Error(`No text for the problem ${problem.code}`);
  const title = text[language].replace(/\{(\w+)\}/g, (_, name: string) => wordFor(problem.facts[name]));
  return { type: `/api/problems/${problem.code}`, title, status: text.status, code: problem.code, ...problem.facts, ...inLanguage(problem.facts, language) };
};

/** The places that `errors` names, each with its words in one language. */
const inLanguage = ({ errors }: Problem['facts'], language: Language) =>
  Array.isArray(errors) ? { errors: (errors as readonly Fault[]).map((fault) => ({ ...fault, detail: typeof fault.detail === 'string' ? fault.detail : fault.detail[language] })) } : {};

type Fault = { readonly detail: string | Words };

const wordFor = (fact: unknown): string => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '');

/** What any service may answer with. */
export const KIT_PROBLEMS = {
  'not-signed-in': { status: 401, en: 'Sign in first: the access token is missing, expired or revoked.', ko: '먼저 로그인해 주세요. 접근 토큰이 없거나 만료되었거나 취소되었어요.' },
  'not-permitted': { status: 403, en: 'You do not have the permission {permission}.', ko: '{permission} 권한이 없어요.' },
  'not-found': { status: 404, en: 'There is nothing at this address.', ko: '이 주소에는 아무것도 없어요.' },
  'tenant-not-found': { status: 404, en: 'There is no such tenant.', ko: '그런 테넌트가 없어요.' },
  'invalid-request': { status: 400, en: 'The request is not valid; "errors" says where.', ko: '요청이 올바르지 않아요. "errors"에서 위치를 확인해 주세요.' },
  'body-unreadable': { status: 400, en: 'The body is not JSON that can be read here.', ko: '본문이 여기서 읽을 수 있는 JSON이 아니에요.' },
  'body-too-large': { status: 413, en: 'The body is too large.', ko: '본문이 너무 커요.' },
  'unsupported-media-type': { status: 415, en: 'This content type is not taken here.', ko: '여기서는 받지 않는 형식이에요.' },
  'idempotency-key-reused': { status: 422, en: 'This Idempotency-Key was used before with another request.', ko: '이 Idempotency-Key는 이미 다른 요청에 쓰였어요.' },
  'revision-stale': { status: 412, en: 'It has changed since you read it; "since" says what happened.', ko: '읽은 뒤에 내용이 바뀌었어요. "since"에서 그 사이 일어난 일을 확인해 주세요.' },
  unavailable: { status: 503, en: 'A part of the platform does not answer at the moment. Try again; with the same Idempotency-Key nothing is done twice.', ko: '플랫폼의 일부가 잠시 응답하지 않아요. 다시 시도해 주세요. 같은 Idempotency-Key로 보내면 두 번 처리되지 않아요.' },
  busy: { status: 503, en: 'Too many changes at once. Try again.', ko: '변경이 한꺼번에 몰렸어요. 다시 시도해 주세요.' },
  'view-behind': { status: 503, en: 'The view has not caught up with position {position} yet. Try again.', ko: '화면 자료가 아직 {position}번 사건까지 따라오지 못했어요. 다시 시도해 주세요.' },
  'too-many-requests': { status: 429, en: 'Too many tries. Wait {seconds} seconds.', ko: '시도가 너무 많아요. {seconds}초 뒤에 다시 해 주세요.' },
  'route-without-permission': { status: 500, en: 'This route does not say who may use it, so nobody may.', ko: '이 경로는 누가 쓸 수 있는지 정해지지 않아 아무도 쓸 수 없어요.' },
  'internal-error': { status: 500, en: 'Something went wrong here. Nothing was lost; the trace id helps to find it.', ko: '내부에서 문제가 생겼어요. 잃은 것은 없고, 추적 번호로 원인을 찾을 수 있어요.' },
} as const satisfies ProblemTexts;
