import { traced, type Tracing } from '@onmaru/tracing';

type Asked = { readonly method: string; readonly headers: readonly string[] };

/** Waits for the head of an answer as a piece of work in the trace of who asks; what is in none begins none. */
export const tracedAsking = <Sent extends Asked, Answered extends { readonly status: number }>(
  tracing: Tracing | undefined,
  service: string,
  sent: Sent,
  send: (sent: Sent) => Promise<Answered>,
): Promise<Answered> => {
  const at = tracing ? sent.headers.findIndex((name, place) => place % 2 === 0 && name === 'traceparent') : -1;
  if (at < 0) return send(sent);
  const attributes = { 'http.request.method': sent.method, 'onmaru.service': service };
  return traced(tracing, `${sent.method} ${service}`, { kind: 'client', parent: sent.headers[at + 1], attributes }, async (span) => {
    const answered = await send({ ...sent, headers: span ? sent.headers.with(at + 1, span.traceparent) : sent.headers });
    span?.note({ 'http.response.status_code': answered.status });
    return answered;
  });
};
