/** Failures that tell their cause and cure by themselves. */
const SELF_EXPLAINING: ReadonlySet<string> = new Set(['BadConfiguration', 'PostgresStartError', 'UnusableDataFolder', 'NewerData', 'LogError', 'NotStarted', 'NoSuchTopic', 'CannotPrepare']);

/** Failures that no waiting mends. */
const LASTING: ReadonlySet<string> = new Set(['BadConfiguration', 'NewerData']);
const LASTING_CODES: ReadonlySet<string> = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'newer-log']);

/** Whether a start that failed may go well later, once what the program stands on is there. */
export const mayPass = (failure: unknown): boolean => {
  const { name, code } = failure as Error & { code?: string };
  return !LASTING.has(name) && !LASTING_CODES.has(code ?? '');
};

/** What a person is told when a program does not start: one sentence where the cause is known, else everything. */
export const explainStartFailure = (failure: unknown): string => {
  const { name, message, code, address, port, stack } = failure as Error & { code?: string; address?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop that program, or choose another port with ONMARU_PORT.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}. Choose one that it has with ONMARU_HOST: 127.0.0.1 for itself alone, 0.0.0.0 for everybody.`;
  if (code === '28P01' || code === '28000') return `The database does not let this program in: ${message}. Correct the user and the password in the address of the database.`;
  if (name === 'LogError' && code === 'unavailable') return `${message}. Start the database, or correct its address.`;
  if (name?.startsWith('KafkaJS')) return `Kafka cannot be used: ${message}. Start it, or correct its address in KAFKA_BROKERS.`;
  return SELF_EXPLAINING.has(name) ? message : (stack ?? String(failure));
};
