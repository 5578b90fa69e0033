import type { TimelineItem } from '../../ui/api/types.js';
import { talkOf } from './talk.js';

const item = (name: string, n: number): TimelineItem => ({
  position: n,
  revision: n,
  type: `cases.${name}.v1`,
  occurredAt: '2026-03-02T09:00:00Z',
  recordedAt: '2026-03-02T09:00:00Z',
  actor: { kind: 'staff', id: 'jimin' },
  data: { text: 'Hello' },
});

const talk = (...names: readonly string[]) => talkOf(names.map(item)).map(({ type }) => type.split('.')[1]);

describe('What a customer is told of their request', () => {
  it('is what was said and what became of it', () =>
    expect(talk('CaseOpened', 'CaseAssigned', 'ReplySentToCustomer', 'CaseResolved', 'CaseReopened')).toEqual(['CaseOpened', 'ReplySentToCustomer', 'CaseResolved', 'CaseReopened']));

  it('has no empty place for what it does not tell, or does not know yet', () => expect(talk('CaseOpened', 'CaseTransferred', 'CaseMerged')).toEqual(['CaseOpened']));
});
