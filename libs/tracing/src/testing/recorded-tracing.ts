import { randomBytes } from 'node:crypto';
import type { Attributes, Beginning, Tracing } from '../tracing.js';

/** A piece of work as it was told of; `failure` only of one that failed. */
export type RecordedSpan = Beginning & { readonly name: string; readonly traceparent: string; attributes: Attributes; ended: boolean; failure?: string };

export type RecordedTracing = Tracing & {
  readonly spans: readonly RecordedSpan[];
  /** The only one of that name. */
  called(name: string): RecordedSpan;
};

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Keeps what it is told, for specs. */
export const recordedTracing = (): RecordedTracing => {
  const spans: RecordedSpan[] = [];
  const tracing: Tracing = {
    begin(name, beginning) {
      const span: RecordedSpan = { ...beginning, name, traceparent: `00-${beginning.parent?.slice(3, 35) ?? hex(16)}-${hex(8)}-01`, attributes: beginning.attributes ?? {}, ended: false };
      spans.push(span);
      return {
        traceparent: span.traceparent,
        note: (attributes) => void (span.attributes = { ...span.attributes, ...attributes }),
        end(failure) {
          if (span.ended) throw new Error(`${name} ended twice`);
          span.ended = true;
          if (failure !== undefined) span.failure = failure;
        },
      };
    },
    close: () => Promise.resolve(),
  };
  return {
    ...tracing,
    spans,
    called(name) {
      const [found, ...more] = spans.filter((span) => span.name === name);
      if (!found || more.length > 0) throw new Error(`there are ${found ? more.length + 1 : 0} called ${name} among ${spans.map((span) => span.name).join(', ')}`);
      return found;
    },
  };
};
