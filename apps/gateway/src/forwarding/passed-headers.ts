/** Headers of one request or answer, names and values in turn. */
export type RawHeaders = readonly string[];

/** What the edge knows of a request and tells the service. */
export type Edge = { readonly address: string; readonly host: string; readonly protocol: string; readonly traceparent: string };

/** They concern one connection; a service has another. */
const OF_ONE_CONNECTION = new Set(['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade']);
const SAID_ANEW = new Set(['host', 'expect', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'traceparent']);
/** What others would have noted in every trace from here on: anybody could say anything there. */
const NOBODYS_WORD = new Set(['baggage', 'tracestate']);

const pairsOf = (raw: RawHeaders): readonly (readonly [name: string, value: string])[] =>
  Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at] as string, raw[2 * at + 1] as string]);

const namedBy = (connection: string | undefined): readonly string[] => (connection ?? '').split(',').map((name) => name.trim().toLowerCase());

/** What a caller sent, with its body or without → what a service is sent. Cookies, and whatever else is not about the connection, as they are. */
export const passedOn = (raw: RawHeaders, hasBody: boolean, { address, host, protocol, traceparent }: Edge): RawHeaders => {
  const pairs = pairsOf(raw);
  const all = (wanted: string): readonly string[] => pairs.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const dropped = new Set([...OF_ONE_CONNECTION, ...SAID_ANEW, ...NOBODYS_WORD, ...(hasBody ? [] : ['content-length']), ...all('connection').flatMap(namedBy)]);
  return [
    ...pairs.filter(([name]) => !dropped.has(name.toLowerCase())).flat(),
    ...['x-forwarded-for', [...all('x-forwarded-for'), address].join(', ')],
    ...['x-forwarded-host', all('x-forwarded-host')[0] ?? host],
    ...['x-forwarded-proto', all('x-forwarded-proto')[0] ?? protocol],
    ...['traceparent', traceparent],
  ];
};

type Answered = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a service answered → what the caller is answered. */
export const passedBack = (headers: Answered): Record<string, string | string[]> => {
  const named = [headers['connection'] ?? []].flat().flatMap(namedBy);
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !OF_ONE_CONNECTION.has(name) && !named.includes(name))) as Record<string, string | string[]>;
};
