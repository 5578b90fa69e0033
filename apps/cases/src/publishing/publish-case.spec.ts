import type { StoredEvent } from '@onmaru/event-sourcing';
import { publishCase } from './publish-case.js';

const stored = (type: string, data: object) => ({ stream: 'case-c1', type: `cases.${type}.v1`, occurredAt: '2026-03-01T09:00:00.000Z', data }) as unknown as StoredEvent;
const sealed = { sealed: 'AAAA', subject: 'ada' };

describe('What others hear of a case', () => {
  it('is that it was opened, where it waits and how urgent it is, and nothing of what was said', () =>
    expect(publishCase(stored('CaseOpened', { subject: sealed, description: sealed, customerId: 'ada', queueId: 'billing', priority: 2, channel: 'phone' }))).toEqual({
      type: 'cases.case-opened.v1',
      data: { caseId: 'c1', queueId: 'billing', priority: 2 },
    }));

  it.each([
    ['CasePrioritised', { impact: 1, urgency: 1, priority: 1, policyVersion: 1 }, 'case-prioritised', { priority: 1 }],
    ['CaseTransferred', { queueId: null }, 'case-transferred', { queueId: null }],
    ['CaseAssigned', { assigneeId: 'mina' }, 'case-assigned', { assigneeId: 'mina' }],
    ['CaseUnassigned', {}, 'case-unassigned', {}],
    ['CaseHeld', { reason: 'vendor' }, 'case-held', { reason: 'vendor' }],
    ['CaseResumed', {}, 'case-resumed', {}],
    ['CaseResolved', { customerId: 'ada', resolution: sealed, code: null }, 'case-resolved', {}],
    ['CaseClosed', {}, 'case-closed', {}],
    ['CaseReopened', { customerId: 'ada', reason: sealed }, 'case-reopened', {}],
    ['CaseCancelled', { customerId: 'ada', reason: sealed }, 'case-cancelled', {}],
  ])('is %s', (type, data, contract, told) => expect(publishCase(stored(type, data))).toEqual({ type: `cases.${contract}.v1`, data: { caseId: 'c1', ...told } }));

  it.each(['CaseCategorised', 'CaseAttributesSet', 'CaseCustomerChanged', 'CaseWorkStarted', 'ReplySentToCustomer', 'CustomerReplyRecorded', 'NoteAdded'])('is not %s', (type) =>
    expect(publishCase(stored(type, { text: sealed }))).toBeNull());
});
