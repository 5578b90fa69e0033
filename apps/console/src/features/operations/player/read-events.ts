import { asked, headers } from '../../../ui/api/request.js';
import type { LiveEvent } from '../../../ui/live/live-event.js';
import type { SpanQuery } from './span.js';

type Answer = { /** Up to which position of the log it tells. */ readonly to: number; readonly events: AsyncIterable<LiveEvent> };

/** What happened in a span, in the order of the log, as it comes. */
export const readEvents = async (query: SpanQuery, signal: AbortSignal): Promise<Answer> => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const answer = await asked(`events?${new URLSearchParams(given).toString()}`, () => ({ method: 'GET', headers: { ...headers(), accept: 'application/x-ndjson' }, signal }));
  return { to: Number(answer.headers.get('onmaru-position') ?? 0), events: eventsIn(answer.body) };
};

async function* eventsIn(body: ReadableStream<BufferSource> | null): AsyncGenerator<LiveEvent> {
  if (body === null) return;
  let rest = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as LiveEvent;
  }
}
