import type { Position } from '@onmaru/event-sourcing';

/** A partition: where it ends, up to where the group has taken it, and the position of the last message before that. */
export type Part = { readonly topic: string; readonly partition: number; readonly end: number; readonly taken: number; readonly position: Position };

/** How far a group has got, when everything up to `relayed` is on its partitions; and the furthest that it ever took. */
export type Standing = { readonly reached: Position; readonly furthest: Position; readonly lag: number; readonly parts: readonly Part[] };

/** Everything that is relayed has been taken but for what lies on partitions beyond what was taken of them. */
export const standingOf = (relayed: Position, parts: readonly Part[]): Standing => ({
  reached: Math.min(relayed, ...parts.filter(({ end, taken }) => taken < end).map(({ position }) => position)),
  furthest: Math.max(0, ...parts.map(({ position }) => position)),
  lag: parts.reduce((sum, { end, taken }) => sum + Math.max(0, end - taken), 0),
  parts,
});
