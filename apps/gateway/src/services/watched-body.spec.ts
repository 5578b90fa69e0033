import { PassThrough, Readable } from 'node:stream';
import { watchedBody } from './watched-body.adapter.js';

const clock = () => {
  const heard: string[] = [];
  return { heard, start: () => void heard.push('start'), stop: () => void heard.push('stop') };
};

describe('The body of a request that is passed on', () => {
  it('comes as it was sent, while only the service is waited for', async () => {
    const waiting = clock();
    const chunks: unknown[] = [];
    for await (const chunk of watchedBody(Readable.from(['a', 'b']), waiting)) {
      waiting.heard.push(`${String(chunk)} taken`);
      chunks.push(chunk);
    }
    expect(chunks).toEqual(['a', 'b']);
    expect(waiting.heard).toEqual(['stop', 'start', 'a taken', 'stop', 'start', 'b taken', 'stop', 'start']);
  });

  it('leaves the caller’s stream open when the service takes no more', async () => {
    const caller = new PassThrough();
    caller.write('a');
    for await (const chunk of watchedBody(caller, clock())) {
      expect(String(chunk)).toBe('a');
      break;
    }
    expect(caller.destroyed).toBe(false);
  });

  it('ends as the caller’s own doing when the caller breaks off', async () => {
    const caller = new PassThrough();
    const passed = watchedBody(caller, clock())[Symbol.asyncIterator]();
    const next = passed.next();
    caller.destroy(new Error('aborted'));
    await expect(next).rejects.toMatchObject({ code: 'caller-gone' });
  });
});
