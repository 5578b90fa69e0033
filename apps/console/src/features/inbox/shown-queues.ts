type QueueCount = { readonly queue: string; readonly count: number };

/** The fullest queues, at most `few`, and the current one whatever it holds; empty ones only when all are asked for. */
export const shownQueues = (queues: readonly QueueCount[], few: number, current: string | undefined): readonly QueueCount[] =>
  queues.filter(({ queue, count }, n) => (n < few && (count > 0 || few === Infinity)) || queue === current);
