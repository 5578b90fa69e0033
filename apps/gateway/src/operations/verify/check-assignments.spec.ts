import type { StoredEvent } from '@onmaru/event-sourcing';
import { eventAt } from '../sample-events.js';
import { assignmentsCheck } from './check-assignments.js';

type Act = Pick<StoredEvent, 'stream' | 'type'> & Partial<StoredEvent>;
const routing = { kind: 'system', id: 'routing' } as const;
const joined = (capacity: number): Act => ({ stream: 'agent-mina', type: 'routing.AgentJoined.v1', data: { capacity } });
const left: Act = { stream: 'agent-mina', type: 'routing.AgentLeft.v1' };
const assigned = (stream: string, assigneeId = 'mina'): Act => ({ stream, type: 'cases.CaseAssigned.v1', data: { assigneeId } });
const routed = (stream: string, assigneeId = 'mina'): Act => ({ ...assigned(stream, assigneeId), actor: routing });
const then = (stream: string, what: string): Act => ({ stream, type: `cases.${what}.v1` });

const checked = (...acts: readonly Act[]) => {
  const check = assignmentsCheck();
  acts.forEach((act, n) => check.see(eventAt(n + 1, act)));
  return check.end();
};

describe('I4: work', () => {
  it('passes while routing keeps to the capacity and every case has one owner', () => {
    expect(checked(joined(2), routed('case-1'), routed('case-2'))).toEqual({ id: 'I4', ok: true, checked: 2, breaches: [] });
  });

  it('fails when routing gives an agent more than the capacity', () => {
    expect(checked(joined(1), routed('case-1'), routed('case-2')).breaches).toEqual([
      { what: 'over-capacity', tenant: 'demo', stream: 'case-2', position: 3, id: 'mina' },
    ]);
  });

  it('fails for one prefix too, even if the place is freed at once', () => {
    expect(checked(joined(1), routed('case-1'), routed('case-2'), then('case-1', 'CaseResolved')).ok).toBe(false);
  });

  it.each(['CaseResolved', 'CaseClosed', 'CaseCancelled', 'CaseUnassigned'])('frees the place with %s, once', (what) => {
    const first = [joined(1), routed('case-1'), then('case-1', what), then('case-1', what), routed('case-2')];
    expect(checked(...first).ok).toBe(true);
    expect(checked(...first, routed('case-3')).ok).toBe(false);
  });

  it('frees the place when somebody else takes the case over', () => {
    expect(checked(joined(1), routed('case-1'), assigned('case-1', 'jun'), routed('case-2')).ok).toBe(true);
  });

  it('lets people assign beyond the capacity by hand', () => {
    expect(checked(joined(1), routed('case-1'), assigned('case-2'), assigned('case-3')).ok).toBe(true);
  });

  it('fails when routing gives work to somebody who never came, or has left', () => {
    expect(checked(routed('case-1')).ok).toBe(false);
    expect(checked(joined(3), left, routed('case-1')).ok).toBe(false);
  });

  it('counts each tenant’s agents apart', () => {
    expect(checked(joined(1), routed('case-1'), { ...joined(1), tenant: 'other' }, { ...routed('case-2'), tenant: 'other' }).ok).toBe(true);
  });

  it('fails when a case is assigned to its owner again', () => {
    expect(checked(assigned('case-1'), assigned('case-1')).breaches).toEqual([
      { what: 'assigned-to-its-owner', tenant: 'demo', stream: 'case-1', position: 2 },
    ]);
    expect(checked(assigned('case-1'), then('case-1', 'CaseUnassigned'), assigned('case-1')).ok).toBe(true);
  });
});
