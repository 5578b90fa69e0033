import { afterPress, afterShowing, afterTheLast, atSpeed, startPlayback, waitFor, type Playback } from './playback.js';
import { FASTEST } from './speed.js';

const HOUR = 3_600_000;
const start = (speed: number, longestGap = Infinity) => startPlayback({ speed, longestGap }, 0);
/** At nine, the first event was shown; the clock of the one who watches stands at 0. */
const NINE = Date.parse('2026-03-02T09:00:00Z');
const begun = (speed: number, longestGap?: number): Playback => afterShowing(start(speed, longestGap), NINE, 0);

describe('The pace of a replay', () => {
  it('shows the first event at once', () => expect(waitFor(start(1), NINE, 0)).toBe(0));

  it('waits as long as passed between two events, divided by the speed', () => {
    expect(waitFor(begun(1), NINE + 8000, 0)).toBe(8000);
    expect(waitFor(begun(100), NINE + 8000, 0)).toBe(80);
    expect(waitFor(begun(100), NINE + 8000, 60)).toBe(20);
    expect(waitFor(begun(100), NINE + 8000, 90)).toBe(0);
  });

  it('waits for nothing at the greatest speed', () => expect(waitFor(begun(FASTEST), NINE + 10 * HOUR, 0)).toBe(0));

  it('cuts gaps that are longer than it is told', () => expect(waitFor(begun(1000, HOUR), NINE + 1000 * HOUR, 0)).toBe(3600));

  it('waits for nothing where the log goes back in time, and counts on from there', () => {
    expect(waitFor(begun(1), NINE - HOUR, 0)).toBe(0);
    expect(waitFor(afterShowing(begun(1), NINE - HOUR, 0), NINE - HOUR + 500, 0)).toBe(500);
  });

  it('does not fall behind when it was woken late', () => {
    const late = afterShowing(begun(10), NINE + 1000, 130);
    expect(waitFor(late, NINE + 2000, 130)).toBe(70);
  });

  it('does not rush through what came after a long silence of the log itself', () => {
    const late = afterShowing(begun(10), NINE + 1000, 60_000);
    expect(waitFor(late, NINE + 1000 + 20_000, 60_000)).toBe(1000);
  });

  it('keeps what was waited when the speed changes on the way', () => {
    expect(waitFor(atSpeed(begun(1), 10, 4000), NINE + 8000, 4000)).toBe(400);
    expect(waitFor(afterPress(begun(10), 'slower', 400), NINE + 8000, 400)).toBe(4000);
    expect(afterPress(begun(10), 'faster', 0).speed).toBe(100);
  });

  it('slows down from the greatest speed with the whole gap before it', () => expect(waitFor(atSpeed(begun(FASTEST), 10, 500), NINE + 8000, 500)).toBe(800));
});

describe('Who watches a replay', () => {
  it('pauses, and goes on where they paused', () => {
    const paused = afterPress(begun(1), 'toggle', 3000);
    expect([paused.mode, waitFor(paused, NINE + 8000, 100_000)]).toEqual(['paused', Infinity]);
    expect(waitFor(afterPress(paused, 'toggle', 100_000), NINE + 8000, 100_000)).toBe(5000);
  });

  it('takes one event at a time, and pauses by it', () => {
    const stepping = afterPress(begun(1), 'step', 0);
    expect(waitFor(stepping, NINE + 8000, 0)).toBe(0);
    const stepped = afterShowing(stepping, NINE + 8000, 0);
    expect([stepped.mode, stepped.shown, waitFor(stepped, NINE + 9000, 0)]).toEqual(['paused', 2, Infinity]);
  });

  it('takes as many as they pressed', () => {
    const twice = afterPress(afterPress(begun(1), 'step', 0), 'step', 0);
    expect(waitFor(afterShowing(twice, NINE + 8000, 0), NINE + 9000, 0)).toBe(0);
  });

  it('begins again from the first event, at the speed they chose', () => {
    const again = afterPress(afterPress(begun(10), 'faster', 50), 'restart', 60);
    expect(again).toEqual({ ...start(100), round: 2, since: 60 });
  });

  it('begins again, too, by going on after the last event', () => {
    const over = afterTheLast(begun(1));
    expect(waitFor(over, NINE, 0)).toBe(Infinity);
    expect(afterPress(over, 'toggle', 9)).toMatchObject({ mode: 'playing', round: 2, shown: 0 });
  });

  it('finds nothing to step to after the last event', () => expect(afterPress(afterTheLast(begun(1)), 'step', 0).mode).toBe('ended'));

  it('leaves', () => expect(afterPress(begun(1), 'quit', 0).mode).toBe('left'));
});
