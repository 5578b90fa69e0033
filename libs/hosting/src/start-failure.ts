/** Failures that tell their cause and cure by themselves. */
const SELF_EXPLAINING: ReadonlySet<string> = new Set(['BadConfiguration', 'PostgresStartError', 'UnusableDataFolder', 'NewerData', 'LogError', 'KafkaNotStarted']);

/** What a person is told when the platform does not start: one sentence where the cause is known, else everything. */
export const explainStartFailure = (failure: unknown): string => {
  const { name, message, code, port, stack } = failure as Error & { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop that program, or choose another port with ONMARU_PORT.`;
  return SELF_EXPLAINING.has(name) ? message : (stack ?? String(failure));
};
