import { chance } from '../chance.js';
import { nextCommand, type CaseCommand, type OwnCase } from './case-work.js';

const colleagues = { agents: ['mina', 'joon'], queues: ['billing', 'mobile'] };
const own = (more: Partial<OwnCase> = {}): OwnCase => ({ id: '1', state: 'open', queue: null, commands: 0, ...more });

const commands = (more: Partial<OwnCase> = {}): readonly (CaseCommand | null)[] => {
  const from = chance(1);
  return Array.from({ length: 2000 }, () => nextCommand(from, own(more), colleagues));
};
const verbs = (more?: Partial<OwnCase>) => [...new Set(commands(more).map((command) => command?.verb))].sort();

describe('What is done to a case under load', () => {
  it('is everything that people do to an open one', () =>
    expect(verbs()).toEqual(['add-note', 'assign', 'hold', 'record-customer-reply', 'reply-to-customer', 'resolve', 'transfer']));

  it('is to go on with one that waits, and now and then something that is refused', () => expect(verbs({ state: 'on-hold' })).toEqual(['add-note', 'reply-to-customer', 'resume', 'start-work']));

  it('is to open a resolved one again', () => expect(verbs({ state: 'resolved' })).toEqual(['add-note', 'hold', 'reopen', 'reply-to-customer']));

  it('never moves it to the queue that it is in', () =>
    expect(commands({ queue: 'billing' }).filter((command) => command?.verb === 'transfer').every((command) => command?.then.queue === 'mobile')).toBe(true));

  it('comes to an end: it is resolved, and then left alone', () => {
    expect(verbs({ commands: 14 })).toEqual(['resolve']);
    expect(commands({ commands: 14, state: 'resolved' }).filter((command) => command !== null).every(({ refused }) => refused)).toBe(true);
    expect(commands({ commands: 14, state: 'resolved' })).toContain(null);
  });
});
