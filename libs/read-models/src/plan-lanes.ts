import type { Position } from '@onmaru/event-sourcing';

/** Views that read the log together, in one pass. */
export type Lane<V> = { readonly from: Position; readonly views: readonly V[] };

/**
 * Views whose checkpoints lie within `reach` of the lane's slowest one share a pass; a view that is further behind
 * catches up in a pass of its own, so that it does not keep the others from what happens now.
 */
export const planLanes = <V extends { readonly at: Position }>(views: readonly V[], reach: number): readonly Lane<V>[] => {
  const lanes: { from: Position; views: V[] }[] = [];
  for (const view of [...views].sort((one, other) => one.at - other.at)) {
    const lane = lanes.at(-1);
    if (lane && view.at - lane.from <= reach) lane.views.push(view);
    else lanes.push({ from: view.at, views: [view] });
  }
  return lanes;
};
