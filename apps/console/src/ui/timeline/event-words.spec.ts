import i18next from 'i18next';
import type { Actor } from '../api/types.js';
import { words as en } from '../words/en.js';
import { words as ko } from '../words/ko.js';
import { isRouting, outsidePolicyOf, told } from './event-words.js';

const agent: Actor = { kind: 'staff', id: 'jimin', name: '한지민' };
const customer: Actor = { kind: 'customer', id: 'seoyeon', name: '김서연' };
const external: Actor = { kind: 'external', id: 'servicenow' };

const words = (name: string, data: object, actor: Actor = agent) => told({ type: `cases.${name}.v1`, data: data as Record<string, unknown>, actor });

describe('What an event of a case says to people', () => {
  it('begins with what the customer wrote', () =>
    expect(words('CaseOpened', { subject: '라이선스', description: '아직 못 받았어요.' }, customer)).toEqual({ kind: 'message', voice: 'customer', text: '아직 못 받았어요.', subject: '라이선스' }));

  it('tells an imported case, which has no words, as something that happened, with the reason of its priority', () =>
    expect(words('CaseOpened', { subject: null, description: null, impact: 2, urgency: 3, policyVersion: 1 }, external)).toEqual({
      kind: 'happened',
      line: { key: 'openedPlain' },
      detail: [{ key: 'priorityReason', values: { impact: 2, urgency: 3, version: 1 } }],
    }));

  it('keeps apart what the customer sees and what colleagues see', () => {
    expect(words('ReplySentToCustomer', { text: '다시 보냈어요' })).toMatchObject({ voice: 'staff' });
    expect(words('NoteAdded', { text: '결제팀 확인' })).toMatchObject({ voice: 'note' });
    expect(words('CustomerReplyRecorded', { text: '네' }, customer)).toMatchObject({ voice: 'customer' });
  });

  it('tells a text that was erased or withheld from one that was never written', () => {
    expect(words('NoteAdded', { text: null })).toMatchObject({ text: null });
    expect(words('CaseOpened', { subject: null, description: null }, customer)).toMatchObject({ text: null });
    expect(words('CaseOpened', { subject: 'VPN', description: '' }, customer)).toMatchObject({ text: undefined });
    expect(words('CaseResolved', { resolution: null, code: null })).toMatchObject({ quote: null });
    expect(words('CaseResolved', { code: null })).not.toHaveProperty('quote');
    expect(words('CaseResolved', { resolution: null, code: '6' }, external)).not.toHaveProperty('quote');
  });

  it('gives the matrix and its version as the reason of a priority', () =>
    expect(words('CasePrioritised', { impact: 1, urgency: 1, priority: 1, policyVersion: 3 })).toEqual({
      kind: 'happened',
      line: { key: 'prioritised', values: { priority: 'P1' } },
      detail: [{ key: 'priorityReason', values: { impact: 1, urgency: 1, version: 3 } }],
    }));

  it('names queue, assignee and reason', () => {
    expect(words('CaseTransferred', { queueId: 'q1', queue: '청구' })).toMatchObject({ line: { key: 'transferred', values: { queue: '청구' } } });
    expect(words('CaseTransferred', { queueId: null, queue: null })).toMatchObject({ line: { key: 'transferredNowhere' } });
    expect(words('CaseAssigned', { assigneeId: 's1', assignee: '한지민' })).toMatchObject({ line: { values: { name: '한지민' } } });
    expect(words('CaseHeld', { reason: 'problem' })).toMatchObject({ line: { key: 'held', say: { reason: 'hold.problem' } } });
  });

  it('quotes why a case was resolved, reopened or cancelled', () => {
    expect(words('CaseResolved', { resolution: '다시 발급', code: 'Solved' })).toMatchObject({ quote: '다시 발급', detail: [{ values: { code: 'Solved' } }] });
    expect(words('CaseReopened', { reason: '또 안 와요' })).toMatchObject({ quote: '또 안 와요' });
  });

  it.each([
    ['en', en, 'Something new happened: case merged'],
    ['ko', ko, '새로운 일이 있었음: case merged'],
  ] as const)('tells an event of tomorrow by its name, in %s', async (lng, known, sentence) => {
    const i18n = i18next.createInstance();
    await i18n.init({ lng, ns: ['words'], defaultNS: 'words', resources: { [lng]: { words: known } } });
    const told = words('CaseMerged', { intoCaseId: 'c2' });
    expect(told).toMatchObject({ kind: 'happened', line: { key: 'unknown' }, detail: [] });
    expect(told.kind === 'happened' && i18n.t('events.unknown', told.line.values as { what: string })).toBe(sentence);
  });

  it('tells an event by whatever it is called', () => {
    expect(words('CaseSLAWarned', {})).toMatchObject({ line: { values: { what: 'case sla warned' } } });
    expect(told({ type: 'strange', data: {}, actor: agent })).toMatchObject({ line: { values: { what: 'strange' } } });
  });

  it('tells routing from everything else that no person did', () => {
    expect(isRouting({ kind: 'system', id: 'routing' })).toBe(true);
    expect(isRouting({ kind: 'system', id: 'timers' })).toBe(false);
    expect(isRouting({ kind: 'external', id: 'routing' })).toBe(false);
  });

  it('says when something was recorded outside policy', () => {
    expect(outsidePolicyOf({ data: { outsidePolicy: 'reopen-window-passed' } })).toBe('reopen-window-passed');
    expect(outsidePolicyOf({ data: {} })).toBeNull();
  });
});
