import { diag, DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, resourceAttributesEnvDetector, resourceFromAttributes, serviceInstanceIdDetector, serviceNameEnvDetector } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider, type Sampler } from '@opentelemetry/sdk-trace';
import type { Sampling } from './settings.js';
import type { Tracing, Trouble } from './tracing.js';

const KINDS = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER, client: SpanKind.CLIENT, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER } as const;

/** Milliseconds for which traces are tried to be sent, unless it is said otherwise: so much later a program ends that nobody listens to. */
const PATIENCE = 3_000;

const contextOf = (traceparent: string, isRemote: boolean): SpanContext => {
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-');
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote };
};

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string => `00-${traceId}-${spanId}-${(traceFlags & 1).toString().padStart(2, '0')}`;

/** What comes from outside is kept or not by our own choice: anybody could have everything kept, or themselves passed over. */
const samplerOf = ({ root: ratio, parentBased }: Sampling): Sampler => {
  const root = new TraceIdRatioBasedSampler(ratio);
  return parentBased ? new ParentBasedSampler({ root, remoteParentSampled: root, remoteParentNotSampled: root }) : root;
};

const patience = ({ OTEL_EXPORTER_OTLP_TIMEOUT: said, OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: ofTraces }: NodeJS.ProcessEnv) => (said || ofTraces ? {} : { timeoutMillis: PATIENCE });

/** Traces sent by OTLP over HTTP, as OpenTelemetry's SDK for Node sends them. */
export const otlpTracing = (service: string, sampling: Sampling, trouble: Trouble): Tracing => {
  const say = (message: string): void => trouble.warn({ reason: message }, 'OpenTelemetry has trouble');
  const quiet = (): void => undefined;
  diag.setLogger({ error: say, warn: say, info: quiet, debug: quiet, verbose: quiet }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const said = detectResources({ detectors: [serviceInstanceIdDetector, resourceAttributesEnvDetector, serviceNameEnvDetector] });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.namespace': 'onmaru', 'service.name': service })).merge(said),
    sampler: samplerOf(sampling),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter(patience(process.env)) })],
  });
  const tracer = provider.getTracer('onmaru');
  return {
    begin(name, { kind, parent, fromOutside = false, links = [], attributes = {} }) {
      const context = parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(parent, fromOutside));
      const span = tracer.startSpan(name, { kind: KINDS[kind], links: links.map((place) => ({ context: contextOf(place, true) })), attributes }, context);
      return {
        traceparent: traceparentOf(span.spanContext()),
        note: (more) => void span.setAttributes(more),
        end(failure) {
          if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', failure);
          span.end();
        },
      };
    },
    close: () => provider.shutdown().catch((error: unknown) => say(String(error))),
  };
};
