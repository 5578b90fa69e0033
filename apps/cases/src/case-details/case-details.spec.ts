import type { CaseEvent, RecordedCaseEvent } from '../case/case.js';
import { assigned, categorised, closed, heldForVendor, opened, resolved, transferred } from '../case/examples.js';
import { caseDetails, type CaseDetails } from './case-details.js';
import { caseOf } from './shown-case.js';

const recorded = (event: CaseEvent, place: number): RecordedCaseEvent => ({
  ...event,
  id: `event-${place}`,
  tenant: 'demo',
  stream: 'case-1',
  revision: place,
  position: 100 + place,
  recordedAt: event.occurredAt,
  actor: { kind: 'staff', id: 'jimin' },
});
const rowAfter = (...events: readonly CaseEvent[]): CaseDetails =>
  events.map((event, place) => recorded(event, place + 1)).reduce<CaseDetails | null>(caseDetails, null) as CaseDetails;
const reopened = { type: 'CaseReopened', occurredAt: '2026-03-04T09:00:00.000Z', data: { customerId: 'ada', reason: 'Still no signal' } } as const;

describe('A case as a row', () => {
  it('begins when it is opened, and not before', () => {
    expect(caseDetails(null, recorded(assigned, 1))).toBeNull();
    expect(rowAfter(opened)).toMatchObject({ tenant: 'demo', id: '1', revision: 1, position: 101, state: 'new', assigneeId: null, openedAt: opened.occurredAt });
  });

  it('shows its situation spread out', () => {
    expect(rowAfter(opened, heldForVendor)).toMatchObject({ state: 'on-hold', holdReason: 'vendor' });
    expect(rowAfter(opened, heldForVendor, resolved)).toMatchObject({ state: 'resolved', holdReason: null, resolvedAt: resolved.occurredAt, closedAt: null });
    expect(rowAfter(opened, resolved, closed)).toMatchObject({ state: 'closed', resolvedAt: resolved.occurredAt, closedAt: closed.occurredAt });
  });

  it('was resolved by the same act when it was closed at once', () =>
    expect(rowAfter(opened, closed)).toMatchObject({ state: 'closed', resolvedAt: closed.occurredAt, closedAt: closed.occurredAt }));

  it('is neither resolved nor closed while it is open again, and counts how often that was', () =>
    expect(rowAfter(opened, resolved, closed, reopened)).toMatchObject({ state: 'in-progress', reopenCount: 1, resolvedAt: null, closedAt: null }));

  it('counts its transfers', () =>
    expect(rowAfter(opened, transferred, { ...transferred, data: { queueId: null } })).toMatchObject({ transferCount: 2, queueId: null }));

  it('is found by its words and by its labels, apart from each other', () => {
    const row = rowAfter(opened, categorised);
    expect(row.words).toBe('no signal\nsince this morning');
    expect(row.labels).toBe('cs-1\nnetwork');
    expect(row.wordGrams).toContain('si');
    expect(row.labelGrams).toContain('cs');
  });

  it('has no words once they are withheld, and keeps its labels', () => {
    const withheld = { ...opened, data: { ...opened.data, subject: null, description: null } };
    expect(rowAfter(withheld)).toMatchObject({ words: null, wordGrams: null, wordsOf: 'ada', labels: 'cs-1' });
  });

  it('keeps whose words they are when another customer takes the case over', () =>
    expect(rowAfter(opened, { type: 'CaseCustomerChanged', occurredAt: resolved.occurredAt, data: { customerId: 'grace' } })).toMatchObject({
      customerId: 'grace',
      wordsOf: 'ada',
    }));

  it.each([[[opened]], [[opened, heldForVendor]], [[opened, resolved]], [[opened, resolved, closed]]] as const)('is the case that the rules know: %#', (events) => {
    const known = caseOf(rowAfter(...events));
    expect(rowAfter(...events)).toMatchObject(known);
  });
});
