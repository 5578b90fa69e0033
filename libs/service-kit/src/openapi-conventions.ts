type Parameter = { readonly name?: string; readonly in?: string; readonly $ref?: string };
type Response = { readonly description: string; readonly headers?: object };
type Responses = Readonly<Record<string, Response | { readonly $ref: string }>>;

/** An operation of an OpenAPI document, as far as we look into it. */
export type Operation = { readonly parameters?: readonly Parameter[]; readonly responses: Responses; readonly requestBody?: unknown; readonly [member: string]: unknown };
type Place = { readonly path: string; readonly method: string; readonly operation: Operation };

/** RFC 9457 problem details. */
export const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'For people, in Korean or English' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'For programs' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string', description: 'JSON Pointer into the body, or /query/…, /path/…, /headers/…' }, detail: { type: 'string' } },
      },
    },
  },
};

export const acceptLanguage = { name: 'Accept-Language', in: 'header', required: false, description: 'ko or en: the language of problems', schema: { type: 'string' } };

const header = (description: string, type: 'string' | 'integer' = 'string') => ({ description, schema: { type } });

export const answerHeaders = {
  ETag: header('The revision of what is answered, such as "3"; for If-Match'),
  'Onmaru-Position': header('The position in the log up to which this is done; send it with the next read to see it there', 'integer'),
  Location: header('Where the created thing is'),
  'Retry-After': header('Seconds to wait', 'integer'),
};

const PROBLEMS: Readonly<Record<string, string>> = {
  400: 'The request cannot be read; `errors` names every place',
  401: 'Not signed in, or no longer',
  403: 'Signed in, but without the permission',
  404: 'There is no such thing, or it is not yours to see',
  409: 'The rules say no',
  412: '`If-Match` is stale; `since` lists what has happened',
  422: 'It names something unknown, or an `Idempotency-Key` came again with another request',
  429: 'Too many tries',
  503: 'Busy, or a view is behind',
  default: 'Any other problem',
};
const TO_BE_TRIED_AGAIN = ['429', '503'];

const headersOf = (...names: readonly (keyof typeof answerHeaders)[]) => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** The components that every operation's problems are. */
export const problemAnswers = Object.fromEntries(
  Object.entries(PROBLEMS).map(([status, description]) => [
    `Problem-${status}`,
    {
      description,
      ...(TO_BE_TRIED_AGAIN.includes(status) && { headers: headersOf('Retry-After') }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

/** An operation's answers: its own, with the headers that they may have, and the problems that it can answer with. */
export const problemsOf = ({ path, method, operation }: Place): Responses => {
  const takes = (name: string) => operation.parameters?.some((parameter) => parameter.in === 'header' && parameter.name === name) ?? false;
  const isPublic = operation['x-permission'] === 'public';
  const isCommand = takes('Idempotency-Key');
  const isOfOne = path.includes('{');
  const statuses = [
    '400',
    ...(isPublic ? [] : ['401', '403']),
    ...(isOfOne || isCommand ? ['404'] : []),
    ...(isCommand ? ['409', '412', '422'] : []),
    ...(isPublic && method === 'post' ? ['401', '429'] : []),
    ...(isCommand || takes('Onmaru-Position') ? ['503'] : []),
    'default',
  ];
  const stands = isCommand || (isOfOne && takes('Onmaru-Position'));
  const own = Object.entries(operation.responses).map(([status, response]) => [status, stands ? standing(status, response as Response) : response]);
  return Object.fromEntries([...own, ...statuses.map((status) => [status, { $ref: `#/components/responses/Problem-${status}` }])]) as Responses;
};

const standing = (status: string, response: Response): Response => ({
  ...response,
  headers: { ...response.headers, ...headersOf('ETag', 'Onmaru-Position', ...(status === '201' ? (['Location'] as const) : [])) },
});
