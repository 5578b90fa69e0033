import { FakePlatform } from './fake-platform.js';
import { onmaru } from './onmaru.js';

const parked = { tenant: 'demo', stream: 'case-1', position: 41, reason: 'no such queue', parkedAt: '2026-03-01T09:00:00.000Z' };
const standings = [
  { view: 'inbox', position: 50, head: 50, parked: [parked, { ...parked, tenant: 'hanok' }] },
  { view: 'case-details', position: 50, head: 50, parked: [{ ...parked, stream: 'case-2' }] },
];

describe('Parked streams, on the command line', () => {
  let platform: FakePlatform;
  let env: Record<string, string>;

  beforeEach(async () => {
    platform = new FakePlatform();
    env = { ONMARU_URL: await platform.start(), ONMARU_TOKEN: 'token' };
    platform.answers.set('operations/views', standings);
  });
  afterEach(() => platform.stop());

  it('are listed with why, for people and for programs', async () => {
    expect((await onmaru(['parked'], env)).out.split('\n')[0]).toBe('inbox  demo  case-1  since 2026-03-01T09:00:00.000Z, at #41: no such queue');
    expect((await onmaru(['parked', '--json'], env)).out.split('\n')[2]).toBe(JSON.stringify({ view: 'case-details', ...parked, stream: 'case-2' }));
  });

  it('are none while every view reads on', async () => {
    platform.answers.set('operations/views', [{ view: 'inbox', parked: [] }]);
    expect(await onmaru(['parked'], env)).toEqual({ code: 0, out: '', said: 'Nothing is parked. Every view reads on.\n' });
    expect(await onmaru(['redrive', '--all'], env)).toEqual({ code: 0, out: '', said: 'Nothing is parked. Every view reads on.\n' });
  });

  it('are taken up one at a time, by view and stream, without the tenant being named', async () => {
    platform.answers.set('operations/views/case-details/redrive', { view: 'case-details', parked: null });
    expect(await onmaru(['redrive', 'case-details', 'case-2'], env)).toMatchObject({ code: 0, out: '✓ case-details  demo  case-2  goes on\n' });
    expect(platform.bodies.at(-1)).toBe('{"tenant":"demo","stream":"case-2"}');
  });

  it('are taken up all at once, and what still fails says why and makes it exit with 1', async () => {
    platform.answers.set('operations/views/case-details/redrive', { view: 'case-details', parked: null });
    platform.answers.set('operations/views/inbox/redrive', { view: 'inbox', parked });
    const { code, out } = await onmaru(['redrive', '--all'], env);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual(['✗ inbox  demo  case-1  is parked again, at #41: no such queue', expect.stringContaining('✗ inbox  hanok'), '✓ case-details  demo  case-2  goes on', '']);
  });

  it.each([
    [['redrive'], 2, /Give a view and a stream, or --all/],
    [['redrive', 'inbox'], 2, /Give a view and a stream, or --all/],
    [['redrive', 'inbox', 'case-1'], 2, /demo and hanok each have a parked case-1\.\nSay which one is meant with --tenant/],
    [['redrive', 'inbox', 'case-9'], 1, /case-9 is not parked there/],
    [['redrive', 'inbx', '--all'], 1, /There is no view inbx\.\nName one of inbox, case-details/],
  ])('are not guessed at: %j', async (args, code, said) => expect(await onmaru(args, env)).toEqual({ code, out: '', said: expect.stringMatching(said) as string }));
});
