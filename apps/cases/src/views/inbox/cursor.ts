import { instant, type Instant } from '@onmaru/time';

/** The last row of a page: the next page begins after it. */
export type Place = { readonly openedAt: Instant; readonly id: string };

export const cursorAfter = ({ openedAt, id }: Place): string => `${openedAt}~${id}`;

/** Throws a RangeError on text that is no cursor. */
export const placeOf = (cursor: string): Place => {
  const [openedAt, id, ...rest] = cursor.split('~');
  if (!openedAt || !id || rest.length > 0) throw new RangeError('Not a cursor of this list');
  return { openedAt: instant(openedAt), id };
};
