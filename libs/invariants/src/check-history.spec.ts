import type { StoredEvent } from '@onmaru/event-sourcing';
import { historyCheck, type Attempted } from './check-history.js';
import { eventAt } from './testing/sample-events.js';

const attempted = (commandId: string, outcome: Attempted['outcome'], more: Partial<Attempted> = {}): Attempted => ({ tenant: 'demo', commandId, outcome, ...more });

const checked = (events: readonly StoredEvent[], ...history: readonly Attempted[]) => {
  const check = historyCheck();
  events.forEach(check.see);
  return check.end(history);
};
const breaches = (...args: Parameters<typeof checked>) => checked(...args).breaches.map(({ what, id }) => `${what} ${id}`);
const noted = (position: number, commandId: string, more: Partial<StoredEvent> = {}) => eventAt(position, { commandId, ...more });

describe('I1: what clients were told', () => {
  it('passes when every acknowledged command is in the log once, no refused one is, and the unknown ones are or are not', () => {
    const events = [noted(1, 'a'), noted(2, 'b')];
    expect(checked(events, attempted('a', 'ok'), attempted('b', 'info'), attempted('c', 'info'), attempted('d', 'fail'))).toEqual({ id: 'I1', ok: true, checked: 4, breaches: [] });
  });

  it('fails when what was acknowledged is lost', () =>
    expect(checked([noted(1, 'a')], attempted('a', 'ok'), attempted('b', 'ok')).breaches).toEqual([{ what: 'acknowledged-and-lost', tenant: 'demo', id: 'b' }]));

  it('fails when it is in another tenant’s streams alone', () => expect(breaches([noted(1, 'a', { tenant: 'other' })], attempted('a', 'ok'))).toEqual(['acknowledged-and-lost a']));

  it.each(['ok', 'info'] as const)('fails when a command is there twice, whoever knows of it: %s', (outcome) =>
    expect(checked([noted(1, 'a'), noted(2, 'b'), noted(3, 'a')], attempted('a', outcome)).breaches).toEqual([{ what: 'command-twice', tenant: 'demo', id: 'a', stream: 'case-1', position: 1 }]));

  it('fails when it is there twice without anything between, or in two streams', () => {
    expect(breaches([noted(1, 'a'), noted(2, 'a')], attempted('a', 'ok'))).toEqual(['command-twice a']);
    expect(breaches([noted(1, 'a'), noted(2, 'a', { stream: 'case-2', revision: 1, type: 'cases.CaseHeld.v1' })], attempted('a', 'ok'))).toEqual(['command-twice a']);
  });

  it('takes what one command says at once for one', () =>
    expect(breaches([noted(1, 'a'), noted(2, 'a', { type: 'cases.CaseResumed.v1' })], attempted('a', 'ok'))).toEqual([]));

  it('fails when what was refused is there all the same', () => expect(breaches([noted(1, 'a')], attempted('a', 'fail'))).toEqual(['refused-and-there a']));

  it('misses nothing of a command that may have found everything as it wished', () => expect(breaches([], attempted('a', 'ok', { mayChangeNothing: true }))).toEqual([]));
});
