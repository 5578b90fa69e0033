import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A piece of work as it was sent; `parent` is empty where it began a trace. */
export type SentSpan = { readonly service: string; readonly name: string; readonly traceId: string; readonly id: string; readonly parent: string; readonly failed: boolean; readonly text: string };

type Attribute = { readonly key: string; readonly value: { readonly stringValue?: string } };
type OtlpSpan = { readonly name: string; readonly traceId: string; readonly spanId: string; readonly parentSpanId?: string; readonly status: { readonly code: number } };
type Sent = { readonly resourceSpans: readonly { readonly resource: { readonly attributes: readonly Attribute[] }; readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[] }[] };

const spansIn = ({ resourceSpans }: Sent): readonly SentSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ service, name: span.name, traceId: span.traceId, id: span.spanId, parent: span.parentSpanId ?? '', failed: span.status.code === 2, text: JSON.stringify(span) })));
  });

/** A place that traces are sent to by OTLP over HTTP, as JSON. */
export const otlpReceiver = async () => {
  const spans: SentSpan[] = [];
  const server = createServer((request, response) => {
    void json(request).then((sent) => {
      if (request.url === '/v1/traces') spans.push(...spansIn(sent as Sent));
      response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    spans: spans as readonly SentSpan[],
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/**
 * What led to a piece of work, the first one first. Throws where that does not lead back to `origin`, the place in the
 * trace that the first was asked from.
 */
export const pathTo = (spans: readonly SentSpan[], last: SentSpan, origin: string): readonly string[] => {
  const path: SentSpan[] = [];
  for (let span: SentSpan | undefined = last; span; span = spans.find(({ id, traceId }) => id === path[0]?.parent && traceId === last.traceId)) path.unshift(span);
  const [first] = path;
  if (`${first?.traceId}-${first?.parent}` !== origin.slice(3, 52)) throw new Error(`${path.map(({ name }) => name).join(' → ')} does not come of ${origin}`);
  return path.map(({ service, name }) => `${service}: ${name}`);
};
