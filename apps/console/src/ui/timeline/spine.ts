import type { TimelineItem } from '../api/types.js';
import { eventName } from './event-words.js';

/** Who acted, as colour and shape of a mark. */
type MarkKind = 'customer' | 'agent' | 'note' | 'system';

export type Mark = { readonly revision: number; readonly kind: MarkKind; /** 0 is the left end, 1 the right. */ readonly place: number };

export const markKind = ({ type, actor }: Pick<TimelineItem, 'type' | 'actor'>): MarkKind => {
  const name = eventName(type);
  if (name === 'NoteAdded') return 'note';
  if (actor.kind === 'customer' || name === 'CustomerReplyRecorded' || (name === 'CaseOpened' && actor.kind !== 'external')) return 'customer';
  return actor.kind === 'staff' ? 'agent' : 'system';
};

/** A gap of nothing is one step wide, of an hour about two, of a month about four: order stays readable, time is felt. */
const gap = (from: string, to: string): number => 1 + Math.log10(1 + Math.max(0, Date.parse(to) - Date.parse(from)) / 360_000) * 0.9;

export const marks = (items: readonly TimelineItem[]): readonly Mark[] => {
  const gaps = items.map((item, n) => (n === 0 ? 0 : gap((items[n - 1] as TimelineItem).occurredAt, item.occurredAt)));
  const whole = gaps.reduce((sum, width) => sum + width, 0);
  let reached = 0;
  return items.map((item, n) => {
    reached += gaps[n] as number;
    return { revision: item.revision, kind: markKind(item), place: whole === 0 ? 1 : reached / whole };
  });
};

/** The mark nearest to a place; null without marks. */
export const nearest = (all: readonly Mark[], place: number): Mark | null =>
  all.reduce<Mark | null>((best, mark) => (best === null || Math.abs(mark.place - place) < Math.abs(best.place - place) ? mark : best), null);

/** The revision `steps` marks away, held at the ends. */
export const step = (all: readonly Mark[], from: number, steps: number): number => {
  const index = all.findIndex(({ revision }) => revision === from);
  const next = all[Math.max(0, Math.min(all.length - 1, (index === -1 ? all.length - 1 : index) + steps))];
  return next?.revision ?? from;
};

/** The last event of a wished-for moment: the one at that revision, or the last before it; null where it is the present. */
export const moment = (items: readonly TimelineItem[], at: number | undefined): TimelineItem | null => {
  const last = items.at(-1);
  if (at === undefined || last === undefined || at >= last.revision) return null;
  return items.findLast(({ revision }) => revision <= at) ?? items[0] ?? null;
};
