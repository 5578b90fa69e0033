import { optional, readConfig } from '@onmaru/service-kit';
import { standaloneConfig } from '../standalone.config.js';

/** OpenTelemetry's own variables, for each program to read. */
const telemetryIn = (environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (name.startsWith('OTEL_') && value !== undefined ? [[name, value]] : [])));

/** What the platform is told when its services run apart: where a Kafka is, unless it is to start its own, and what stands before its topics there. */
export const distributedConfig = (environment: NodeJS.ProcessEnv = process.env) => ({
  ...standaloneConfig(environment),
  ...readConfig({ brokers: ['KAFKA_BROKERS', optional], prefix: ['ONMARU_KAFKA_PREFIX', optional] }, environment),
  telemetry: telemetryIn(environment),
});
