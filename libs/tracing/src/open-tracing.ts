import { tracesToSend } from './settings.js';
import type { Tracing, Trouble } from './tracing.js';

/**
 * Traces sent in the name of `service` to where OpenTelemetry's own variables say; undefined where they say nothing, and
 * then nothing of OpenTelemetry is loaded. Throws for a variable that cannot be used.
 */
export const openTracing = async (service: string, trouble: Trouble, environment: NodeJS.ProcessEnv = process.env): Promise<Tracing | undefined> => {
  const sampling = tracesToSend(environment);
  if (!sampling) return undefined;
  const { otlpTracing } = await import('./otlp.js');
  return otlpTracing(service, sampling, trouble);
};
