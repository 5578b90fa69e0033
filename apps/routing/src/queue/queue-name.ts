/** Queues whose names differ by case or spaces alone are one: this is what their names have in common. */
export const queueNameKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
