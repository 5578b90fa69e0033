import { later, seconds } from '@onmaru/time';
import { cachedKeys } from './cached-keys.js';
import { inMemoryKeys } from './in-memory-keys.js';

const setUp = () => {
  let now = '2026-03-01T09:00:00.000Z';
  const inner = inMemoryKeys();
  const asked: string[] = [];
  const keys = cachedKeys({ ...inner, toOpen: (tenant, subjects) => (asked.push(...subjects), inner.toOpen(tenant, subjects)) }, { now: () => now });
  return { inner, keys, asked, pass: (milliseconds: number) => (now = later(now, milliseconds)) };
};

describe('Remembered keys', () => {
  it('are not asked for again for half a minute', async () => {
    const { inner, keys, asked, pass } = setUp();
    await inner.toSeal('demo', ['ada']);
    const [first] = [await keys.toOpen('demo', ['ada'])];
    pass(seconds(29));
    expect(await keys.toOpen('demo', ['ada'])).toEqual(first);
    expect(asked).toEqual(['ada']);
  });

  it('are forgotten within a minute of their erasure', async () => {
    const { inner, keys, pass } = setUp();
    await inner.toSeal('demo', ['ada']);
    await keys.toOpen('demo', ['ada']);
    inner.erase('demo', 'ada');
    pass(seconds(30));
    expect(await keys.toOpen('demo', ['ada'])).toEqual(new Map());
  });

  it('do not include that there is none', async () => {
    const { inner, keys } = setUp();
    expect((await keys.toOpen('demo', ['ada'])).size).toBe(0);
    await inner.toSeal('demo', ['ada']);
    expect((await keys.toOpen('demo', ['ada'])).size).toBe(1);
  });

  it('are asked for only where they are missing, and each tenant has its own', async () => {
    const { inner, keys, asked } = setUp();
    await inner.toSeal('demo', ['ada', 'bob']);
    await keys.toOpen('demo', ['ada']);
    expect((await keys.toOpen('demo', ['ada', 'bob'])).size).toBe(2);
    expect((await keys.toOpen('other', ['ada'])).size).toBe(0);
    expect(asked).toEqual(['ada', 'bob', 'ada']);
  });

  it('are never used to seal with after an erasure', async () => {
    const { inner, keys } = setUp();
    await keys.toSeal('demo', ['ada']);
    inner.erase('demo', 'ada');
    expect((await keys.toSeal('demo', ['ada'])).size).toBe(0);
  });
});
