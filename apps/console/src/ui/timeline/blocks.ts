import type { TimelineItem } from '../api/types.js';
import { told, type Told } from './event-words.js';

type Message = Extract<Told, { kind: 'message' }>;
type Happened = Extract<Told, { kind: 'happened' }>;

/** What stands together on the page: one message, or things that one actor did at one moment. */
export type Block =
  | { readonly kind: 'message'; readonly item: TimelineItem; readonly words: Message }
  | { readonly kind: 'happened'; readonly items: readonly TimelineItem[]; readonly words: readonly Happened[] };

export const blocks = (items: readonly TimelineItem[]): readonly Block[] => {
  const result: Block[] = [];
  for (const item of items) {
    const words = told(item);
    const last = result.at(-1);
    if (words.kind === 'message') result.push({ kind: 'message', item, words });
    else if (last?.kind === 'happened' && together(last.items[0], item)) result[result.length - 1] = { kind: 'happened', items: [...last.items, item], words: [...last.words, words] };
    else result.push({ kind: 'happened', items: [item], words: [words] });
  }
  return result;
};

const together = (one: TimelineItem | undefined, other: TimelineItem): boolean =>
  one !== undefined && one.occurredAt === other.occurredAt && one.actor.kind === other.actor.kind && one.actor.id === other.actor.id;

export const firstOf = (block: Block): TimelineItem | undefined => (block.kind === 'message' ? block.item : block.items[0]);
