import type { StoredEvent } from '@onmaru/event-sourcing';
import { eventAt } from './testing/sample-events.js';
import { assignmentsCheck } from './check-assignments.js';

type Act = Pick<StoredEvent, 'stream' | 'type'> & Partial<StoredEvent>;
const routing = { kind: 'system', id: 'routing' } as const;
const agent = (what: string, data: object = {}): Act => ({ stream: 'agent-mina', type: `routing.Agent${what}.v1`, data });
const joined = (capacity: number) => agent('Joined', { capacity });
const capacity = (to: number) => agent('CapacitySet', { capacity: to });
const left = agent('Left');
const taken = (caseId: string) => agent('PlaceTaken', { caseId });
const freed = (caseId: string) => agent('PlaceFreed', { caseId });
const assigned = (stream: string, assigneeId = 'mina'): Act => ({ stream, type: 'cases.CaseAssigned.v1', data: { assigneeId } });
const routed = (stream: string): Act => ({ ...assigned(stream), actor: routing });
const unassigned = (stream: string): Act => ({ stream, type: 'cases.CaseUnassigned.v1' });

const checked = (...acts: readonly Act[]) => {
  const check = assignmentsCheck();
  acts.forEach((act, n) => check.see(eventAt(n + 1, act)));
  return check.end();
};
const breaches = (...acts: readonly Act[]) => checked(...acts).breaches.map(({ what, position }) => `${what} at ${position}`);

describe('I4: work', () => {
  it('passes while routing keeps to the capacity and every case has one owner', () =>
    expect(checked(joined(2), taken('1'), routed('case-1'), taken('2'), routed('case-2'))).toEqual({ id: 'I4', ok: true, checked: 4, breaches: [] }));

  it('fails when routing gives an agent more than the capacity', () =>
    expect(checked(joined(1), taken('1'), taken('2')).breaches).toEqual([{ what: 'over-capacity', tenant: 'demo', stream: 'agent-mina', position: 3 }]));

  it('fails for one prefix too, even if the place is freed at once', () => expect(breaches(joined(1), taken('1'), taken('2'), freed('1'))).toEqual(['over-capacity at 3']));

  it('counts a place that was freed no longer', () => expect(breaches(joined(1), taken('1'), freed('1'), freed('1'), taken('2'), taken('3'))).toEqual(['over-capacity at 6']));

  it('counts with the capacity of the moment', () => {
    expect(breaches(joined(1), capacity(2), taken('1'), taken('2'))).toEqual([]);
    expect(breaches(joined(2), taken('1'), taken('2'), capacity(1))).toEqual([]);
    expect(breaches(joined(2), taken('1'), capacity(1), taken('2'))).toEqual(['over-capacity at 4']);
  });

  it('fails when one case takes two places of an agent', () => expect(breaches(joined(2), taken('1'), taken('1'))).toEqual(['two-places-for-one-case at 3']));

  it('lets people assign beyond the capacity by hand', () => expect(breaches(joined(1), taken('1'), routed('case-1'), assigned('case-2'), assigned('case-3'))).toEqual([]));

  it('fails when routing gives a case without a place', () => expect(breaches(joined(3), taken('1'), routed('case-2'))).toEqual(['given-without-place at 3']));

  it('fails when routing gives work to somebody who never came, or has left', () => {
    expect(breaches(taken('1'))).toContain('given-to-nobody at 1');
    expect(breaches(joined(3), left, taken('1'))).toEqual(['given-to-nobody at 3']);
    expect(breaches(joined(3), left, joined(3), taken('1'))).toEqual([]);
  });

  it('counts each tenant’s agents apart', () =>
    expect(breaches(joined(1), taken('1'), { ...joined(1), tenant: 'other' }, { ...taken('2'), tenant: 'other' })).toEqual([]));

  it('fails when a case is assigned to its owner again', () => {
    expect(breaches(assigned('case-1'), assigned('case-1'))).toEqual(['assigned-to-its-owner at 2']);
    expect(breaches(assigned('case-1'), unassigned('case-1'), assigned('case-1'))).toEqual([]);
  });
});
