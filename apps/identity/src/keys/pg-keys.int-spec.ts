import { platform, type Platform } from '../testing/platform.adapter.js';

let at: Platform;
beforeAll(async () => {
  at = await platform();
});
afterAll(() => at.close());

const hex = (keys: ReadonlyMap<string, Uint8Array>) => Object.fromEntries([...keys].map(([subject, key]) => [subject, Buffer.from(key).toString('hex')]));

describe('Keys to personal data', () => {
  it('are made where they are missing, 256 bits each, and the same ever after', async () => {
    const made = hex(await at.keys.toSeal('demo', ['ada', 'eve', 'ada']));
    expect(Object.keys(made).sort()).toEqual(['ada', 'eve']);
    expect(made['ada']).toMatch(/^[0-9a-f]{64}$/);
    expect(made['ada']).not.toBe(made['eve']);
    expect(hex(await at.keys.toSeal('demo', ['eve', 'ada', 'new']))).toMatchObject(made);
    expect(hex(await at.keys.toOpen('demo', ['ada', 'eve']))).toEqual(made);
  });

  it('are not made by who only wants to open', async () => expect((await at.keys.toOpen('demo', ['nobody'])).size).toBe(0));

  it('are one for everybody who asks at the same moment', async () => {
    const subjects = Array.from({ length: 50 }, (_, n) => `rush-${n}`);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => at.keys.toSeal('demo', n % 2 ? subjects : subjects.toReversed())));
    const first = hex(answers[0] as ReadonlyMap<string, Uint8Array>);
    expect(Object.keys(first)).toHaveLength(50);
    for (const answer of answers) expect(hex(answer)).toEqual(first);
  });

  it('are separate for the same name in two tenants', async () => {
    const [demo, other] = [hex(await at.keys.toSeal('demo', ['twin'])), hex(await at.keys.toSeal('other', ['twin']))];
    expect(demo['twin']).not.toBe(other['twin']);
    await at.keys.erase('other', 'twin');
    expect(hex(await at.keys.toOpen('demo', ['twin']))).toEqual(demo);
  });

  it('are gone for good once erased, also for who never had one', async () => {
    await at.keys.toSeal('demo', ['gone']);
    for (const subject of ['gone', 'gone', 'never']) await at.keys.erase('demo', subject);
    expect((await at.keys.toOpen('demo', ['gone', 'never'])).size).toBe(0);
    expect((await at.keys.toSeal('demo', ['gone', 'never'])).size).toBe(0);
    const { rows } = await at.pool.query("SELECT key, erased_at IS NOT NULL AS marked FROM identity.subject_key WHERE subject IN ('gone', 'never')");
    expect(rows).toEqual([{ key: null, marked: true }, { key: null, marked: true }]);
  });
});
