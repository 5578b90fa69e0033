export { recordedTracing, type RecordedSpan, type RecordedTracing } from './testing/recorded-tracing.js';
export { otlpReceiver, pathTo, type SentSpan } from './testing/otlp-receiver.js';
