const TRANSIENT =
  /^(08|40|53|57)|^(55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|UND_ERR_.*|unavailable|closed|no-key|busy|view-behind)$/;

/** Something that a handler needs is away for the moment: the message is tried again for as long as that lasts. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Whether a failure says that a database, the log or the network is away or busy, as opposed to a message that cannot be taken. */
export const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof Unavailable) return true;
  if ('code' in error && TRANSIENT.test(String(error.code))) return true;
  if (error instanceof AggregateError && error.errors.some(isTransient)) return true;
  return isTransient(error.cause);
};
