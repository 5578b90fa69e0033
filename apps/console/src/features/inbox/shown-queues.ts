type QueueCount = { readonly queue: string; readonly count: number };

/** The fullest queues, at most `few`, and the current one whatever it holds. */
export const shownQueues = (queues: readonly QueueCount[], few: number, current: string | undefined): readonly QueueCount[] =>
  queues.filter(({ queue }, n) => n < few || queue === current);
