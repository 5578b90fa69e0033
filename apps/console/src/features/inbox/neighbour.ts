/** The row beside another, held at the ends; the first one when there is none yet, null without rows. */
export const neighbour = (ids: readonly string[], from: string | undefined, by: 1 | -1): string | null => {
  const index = from === undefined ? -1 : ids.indexOf(from);
  if (index === -1) return ids[0] ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, index + by))] ?? null;
};
