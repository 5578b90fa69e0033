import { hear, reconnect, startReading } from './resume.js';
import { isGivenTo } from './live-event.js';
import { backoff } from './backoff.js';

const event = (position: number, stream = 'case-a') =>
  `id: ${position}\nevent: event\ndata: ${JSON.stringify({ position, type: 'cases.NoteAdded.v1', stream, revision: 1, data: {} })}\n\n`;

/** Reads pieces one after the other and answers with the positions heard. */
const positions = (pieces: readonly string[], from = 0) => {
  let reading = startReading(from);
  return pieces.flatMap((piece) => {
    const heard = hear(reading, piece);
    reading = heard.reading;
    return heard.events.map(({ position }) => position);
  });
};

describe('The live stream', () => {
  it('is heard event by event, however it is cut into pieces', () => {
    const text = `: following\n\n${event(1)}${event(2)}: still here\n\n${event(3)}`;
    for (let size = 1; size < 40; size += 3) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, n) => text.slice(n * size, (n + 1) * size));
      expect(positions(pieces)).toEqual([1, 2, 3]);
    }
  });

  it('is heard with either kind of line ending', () => expect(positions([event(1).replaceAll('\n', '\r\n')])).toEqual([1]));

  it('goes on after a cut in the middle of an event, without a gap and without a double', () => {
    const first = hear(startReading(0), event(1) + event(2).slice(0, 20));
    const again = reconnect(first.reading);
    expect(again.position).toBe(1);
    const second = hear(again, event(1) + event(2) + event(3));
    expect(second.events.map(({ position }) => position)).toEqual([2, 3]);
  });

  it('skips what was read before it began', () => expect(positions([event(4), event(5), event(6)], 5)).toEqual([6]));

  it('takes note of how far the log has got from an event without a stream', () => {
    const heard = hear(startReading(0), 'id: 41\nevent: head\ndata:\n\n');
    expect(heard).toEqual({ reading: { position: 41, rest: '' }, events: [] });
  });
});

describe('A lost connection', () => {
  it('is tried again sooner at first, later later, never all at once', () => {
    expect(backoff(0, 0)).toBe(250);
    expect(backoff(0, 1)).toBe(500);
    expect(backoff(3, 0.5)).toBe(3000);
    expect(backoff(50, 1)).toBe(20_000);
  });
});

describe('Work', () => {
  const given = { type: 'cases.CaseAssigned.v1', actor: { kind: 'staff', id: 'lead' }, data: { assigneeId: 'me' } } as const;

  it('is announced to whom somebody else gave it', () => expect(isGivenTo(given, 'me')).toBe(true));

  it('is not announced to whoever took it, nor to others', () => {
    expect(isGivenTo({ ...given, actor: { kind: 'staff', id: 'me' } }, 'me')).toBe(false);
    expect(isGivenTo(given, 'you')).toBe(false);
  });
});
