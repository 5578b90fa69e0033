import { read } from '../api/request.js';
import type { Page } from '../api/types.js';

/** A list that people pick from, whole; it ends after ten thousand. */
export const readAll = async <T>(path: string, signal: AbortSignal): Promise<readonly T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read<Partial<Page<T>>>(path, { limit: 100, cursor }, signal);
    items.push(...(page.items ?? []));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < 10_000);
  return items;
};
