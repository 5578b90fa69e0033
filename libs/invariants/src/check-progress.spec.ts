import { healedAfter, progressCheck, type Look } from './check-progress.js';

const look = (afterMs: number, views: number, relay = 0): Look => ({ afterMs, backlog: { views, relay } });
const breaches = (...looks: readonly Look[]) => progressCheck(looks, 1000).breaches;

describe('I10: once everything is whole again', () => {
  it('nobody has anything left to do in time', () => {
    const looks = [look(0, 90, 4), look(500, 10), look(900, 0), look(1500, 0)];
    expect(progressCheck(looks, 1000)).toEqual({ id: 'I10', ok: true, checked: 4, breaches: [] });
    expect(healedAfter(looks)).toBe(900);
  });

  it('whoever does not move is named, with what is left', () => expect(breaches(look(0, 90, 4), look(900, 0, 4), look(1200, 0, 4))).toEqual([{ what: 'backlog-stuck', id: 'relay', more: 4 }]));

  it('whoever moves too slowly is, too', () => expect(breaches(look(0, 90), look(900, 30), look(1200, 0))).toEqual([{ what: 'backlog-too-slow', id: 'views', more: 30 }]));

  it('a backlog that comes again is not healed', () => expect(breaches(look(0, 0), look(900, 0), look(1100, 7))).toEqual([{ what: 'backlog-comes-again' }]));

  it('where nobody has looked, nothing is proved', () => expect(breaches()).toEqual([{ what: 'never-looked' }]));
});
