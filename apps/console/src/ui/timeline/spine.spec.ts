import type { Actor, TimelineItem } from '../api/types.js';
import { markKind, marks, moment, nearest, step } from './spine.js';

const staff: Actor = { kind: 'staff', id: 'jimin' };

const item = (revision: number, minutes: number, name = 'CaseHeld', actor = staff): TimelineItem => {
  const occurredAt = new Date(Date.parse('2026-03-02T09:00:00Z') + minutes * 60_000).toISOString();
  return { position: revision * 10, revision, type: `cases.${name}.v1`, occurredAt, recordedAt: occurredAt, actor, data: {} };
};

const items = [item(1, 0), item(2, 0), item(3, 60), item(5, 60 * 24 * 30)];

describe('The spine of a case', () => {
  it('runs from the first event at its left end to now at its right', () => {
    const places = marks(items).map(({ place }) => place);
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('leaves room between events of one moment, and more where time passed', () => {
    const [a, b, c, d] = marks(items).map(({ place }) => place) as [number, number, number, number];
    expect(b - a).toBeGreaterThan(0.1);
    expect(c - b).toBeGreaterThan(b - a);
    expect(d - c).toBeGreaterThan(c - b);
  });

  it('puts the only event at its right end: it is now', () => expect(marks([item(1, 0)]).map(({ place }) => place)).toEqual([1]));

  it('tells by its marks who acted', () => {
    expect(markKind(item(1, 0, 'CaseOpened'))).toBe('customer');
    expect(markKind(item(1, 0, 'CaseOpened', { kind: 'external', id: 'log' }))).toBe('system');
    expect(markKind(item(1, 0, 'ReplySentToCustomer'))).toBe('agent');
    expect(markKind(item(1, 0, 'NoteAdded'))).toBe('note');
    expect(markKind(item(1, 0, 'CaseReopened', { kind: 'customer', id: 'seoyeon' }))).toBe('customer');
    expect(markKind(item(1, 0, 'CaseHeld'))).toBe('agent');
    expect(markKind(item(1, 0, 'CaseAssigned', { kind: 'system', id: 'routing' }))).toBe('system');
  });

  it('is caught by the mark nearest to the pointer', () => {
    expect(nearest(marks(items), 0.02)?.revision).toBe(1);
    expect(nearest(marks(items), 2)?.revision).toBe(5);
    expect(nearest([], 0.5)).toBeNull();
  });

  it('is walked event by event, and held at its ends', () => {
    expect(step(marks(items), 5, -1)).toBe(3);
    expect(step(marks(items), 1, -1)).toBe(1);
    expect(step(marks(items), 3, 100)).toBe(5);
    expect(step(marks(items), 99, -1)).toBe(3);
  });

  it('shows the present without a moment, at the last one and beyond it', () => {
    expect(moment(items, undefined)).toBeNull();
    expect(moment(items, 5)).toBeNull();
    expect(moment(items, 99)).toBeNull();
  });

  it('shows the moment after an event, or after the last one before it', () => {
    expect(moment(items, 3)?.revision).toBe(3);
    expect(moment(items, 4)?.revision).toBe(3);
    expect(moment(items, 0)?.revision).toBe(1);
  });
});
