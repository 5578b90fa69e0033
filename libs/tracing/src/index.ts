export { traced, type Attributes, type Beginning, type Span, type Tracing } from './tracing.js';
export { traceIdOf, traceparentIn } from './traceparent.js';
