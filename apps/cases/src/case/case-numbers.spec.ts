import type { Pool } from 'pg';
import { CaseNumbers } from './case-numbers.adapter.js';

/** A counter for each tenant, as the table keeps them, and how often it was asked. */
const counters = () => {
  const last = new Map<string, number>();
  let asked = 0;
  const query = ({ values }: { values: readonly [readonly string[], readonly number[]] }) => {
    asked += 1;
    const [tenants, counts] = values;
    tenants.forEach((tenant, n) => last.set(tenant, (last.get(tenant) ?? 0) + (counts[n] as number)));
    return Promise.resolve({ rows: tenants.map((tenant) => ({ tenant, last: String(last.get(tenant)) })) });
  };
  return { numbers: new CaseNumbers({ query } as unknown as Pool), asked: () => asked };
};

describe('Numbers of cases', () => {
  it('are all different when many are taken at once, and follow each other in each tenant', async () => {
    const { numbers, asked } = counters();
    const taken = await Promise.all([numbers.take('demo', 1), numbers.take('other', 2), numbers.take('demo', 2), numbers.take('demo', 1)]);
    expect(taken).toEqual([['CS-1'], ['CS-1', 'CS-2'], ['CS-2', 'CS-3'], ['CS-4']]);
    expect(asked()).toBe(1);
    expect(await numbers.take('demo', 1)).toEqual(['CS-5']);
  });
});
