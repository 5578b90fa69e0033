import fc from 'fast-check';
import { planLanes } from './plan-lanes.js';

const at = (...positions: number[]) => positions.map((position) => ({ at: position }));

describe('Views share passes over the log', () => {
  it('with those that stand near them', () => {
    expect(planLanes(at(10, 0, 5), 10)).toEqual([{ from: 0, views: at(0, 5, 10) }]);
  });

  it('but not with those that are far ahead', () => {
    expect(planLanes(at(100, 0, 90), 10)).toEqual([
      { from: 0, views: at(0) },
      { from: 90, views: at(90, 100) },
    ]);
  });

  it('in as few passes as it takes, every view in one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), fc.nat(100), (positions, reach) => {
        const lanes = planLanes(at(...positions), reach);
        expect(lanes.flatMap(({ views }) => views)).toHaveLength(positions.length);
        for (const { from, views } of lanes) for (const view of views) expect(view.at - from).toBeLessThanOrEqual(reach);
        for (const [place, { from }] of lanes.entries()) if (place > 0) expect(from - lanes[place - 1]!.from).toBeGreaterThan(reach);
      }),
    );
  });
});
