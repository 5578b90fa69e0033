import { invalid, type Words } from './problem.js';

/** How many items a page holds unless it is told otherwise, and at most. */
export const PAGE_LIMIT = { usual: 50, most: 100 } as const;

const A_CURSOR: Words = { en: 'must be a nextCursor of this list', ko: '이 목록의 nextCursor여야 해요' };

/** Where the next page begins: the sort key of a page's last item, as opaque text. */
export const cursorAfter = (...key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, a part for each pattern; null where there is no cursor; the problem `invalid-request` for any other text. */
export const readCursor = (cursor: string | undefined, ...patterns: readonly RegExp[]): readonly string[] | null => {
  if (cursor === undefined) return null;
  const key = parsed(Buffer.from(cursor, 'base64url').toString());
  const fits = Array.isArray(key) && key.length === patterns.length && patterns.every((pattern, n) => pattern.test(String(key[n])));
  if (fits) return key.map(String);
  throw invalid('/query/cursor', A_CURSOR);
};

/** What the part of a cursor looks like that is a position. */
export const POSITION = /^\d{1,15}$/;

/** A page of a list that was asked for one item more than it may hold. */
export const pageOf = <T>(found: readonly T[], limit: number, keyOf: (item: T) => readonly string[]) => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last !== undefined && found.length > limit ? cursorAfter(...keyOf(last)) : null };
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};
