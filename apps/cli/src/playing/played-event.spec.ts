import { playedEvent, playedEventText } from './played-event.js';

const line = JSON.stringify({ position: 4711, occurredAt: '2016-03-10T09:12:00.000Z', type: 'cases.CaseHeld.v1', stream: 'case-58a6', actor: { kind: 'external', id: 'Resolver 7' } });

describe('An event that is played on a terminal', () => {
  it('is a line: place, moment, what, of what, by whom', () =>
    expect(playedEventText(playedEvent(line))).toBe('    4711  2016-03-10T09:12:00.000Z  cases.CaseHeld.v1                     case-58a6  external Resolver 7'));

  it('commands the terminal nothing', () => expect(playedEventText(playedEvent(line.replace('Resolver', '\\u001b[2JResolver')))).toContain('external \ufffd[2JResolver 7'));

  it('is kept as it came', () => expect(playedEvent(line).line).toBe(line));
});
