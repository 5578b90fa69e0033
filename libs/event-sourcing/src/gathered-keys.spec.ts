import { gatheredKeys } from './gathered-keys.js';
import { inMemoryKeys } from './in-memory-keys.js';

describe('Keys that are asked for together', () => {
  const gathered = () => {
    const keys = inMemoryKeys();
    const asked: (readonly [string, readonly string[]])[] = [];
    const toSeal: typeof keys.toSeal = (tenant, subjects) => (asked.push([tenant, subjects]), keys.toSeal(tenant, subjects));
    return { keys, asked, together: gatheredKeys({ ...keys, toSeal }) };
  };

  it('are fetched once for everybody, each tenant by itself', async () => {
    const { asked, together } = gathered();
    const [one, two] = await Promise.all([together.toSeal('demo', ['ada']), together.toSeal('demo', ['ben', 'ada']), together.toSeal('other', ['ada'])]);
    expect(asked).toEqual([['demo', ['ada', 'ben']], ['other', ['ada']]]);
    expect(one.get('ada')).toBe(two.get('ada'));
    expect(two.has('ben')).toBe(true);
  });

  it('are asked for anew by whoever comes later: what was erased meanwhile has none', async () => {
    const { keys, together } = gathered();
    expect((await together.toSeal('demo', ['ada'])).has('ada')).toBe(true);
    keys.erase('demo', 'ada');
    expect((await together.toSeal('demo', ['ada'])).has('ada')).toBe(false);
  });

  it('fail for all who asked, and for nobody after them', async () => {
    const keys = inMemoryKeys();
    let away = true;
    const together = gatheredKeys({ ...keys, toSeal: (...asked) => (away ? Promise.reject(new Error('away')) : keys.toSeal(...asked)) });
    const answers = await Promise.allSettled([together.toSeal('demo', ['ada']), together.toSeal('demo', ['ben'])]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    expect((await together.toSeal('demo', ['ada'])).has('ada')).toBe(true);
  });
});
