import { sealed } from '@onmaru/event-sourcing';
import { inMemoryKeys } from '@onmaru/event-sourcing/testing';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { poison, sampleTypes } from './testing/sample-cases.js';

const identityTypes = { context: 'identity', types: { CustomerErased: { version: 1 }, CustomerGreeted: { version: 1 } } } as const;

describe('Erase a person', () => {
  let lab: Laboratory;
  const keys = inMemoryKeys();
  beforeEach(async () => {
    lab = await laboratory((store) => sealed(store, [sampleTypes, identityTypes], keys));
  });
  afterEach(() => lab.close());

  const open = async (customerId: string, subject: string, tenant = 'demo') => {
    const stream = `case-${uuid()}`;
    await lab.append(tenant, stream, newEvent('cases.CaseOpened.v1', { customerId, subject }));
    return stream;
  };
  const erase = async (customerId: string) => {
    await lab.append('demo', `customer-${customerId}`, newEvent('identity.CustomerErased.v1', {}));
    keys.erase('demo', customerId);
  };
  const texts = async () => (await lab.rows('SELECT customer_id, subject FROM cases.case_details_1 ORDER BY last_position')).map(({ customer_id, subject }) => [customer_id, subject]);

  it('takes that person’s text, and nobody else’s, out of the views', async () => {
    const runner = lab.runner();
    await runner.start();
    await open('ada', '홍길동의 환불');
    await open('bob', '배송');
    await open('ada', 'elsewhere', 'other');
    await lab.caughtUp(runner);
    expect(await texts()).toEqual([['ada', '홍길동의 환불'], ['bob', '배송'], ['ada', 'elsewhere']]);
    await erase('ada');
    await lab.caughtUp(runner);
    expect(await texts()).toEqual([['ada', null], ['bob', '배송'], ['ada', 'elsewhere']]);
    expect(JSON.stringify(await lab.rows('SELECT t::text FROM cases.case_details_1 t'))).not.toContain('홍길동');
  });

  it('leaves what was written about the person afterwards, which belongs to the case', async () => {
    const runner = lab.runner();
    await runner.start();
    const before = uuid();
    await open(before, 'before');
    await erase(before);
    await open(before, 'after');
    await lab.caughtUp(runner);
    expect(await texts()).toEqual([[before, null], [before, 'after']]);
  });

  it('is kept to when a parked stream is folded again, which touches nothing else', async () => {
    const ada = uuid();
    poison.add('before');
    const parked = await open(ada, 'before');
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    await erase(ada);
    await open(ada, 'after');
    await lab.caughtUp(runner);
    poison.clear();
    expect(await runner.redrive('case-details', 'demo', parked)).toBeNull();
    expect(await texts()).toEqual([[ada, null], [ada, 'after']]);
  });

  it('is arrived at by a rebuild, and by a view that is new', async () => {
    const [one, other] = [uuid(), uuid()];
    const runner = lab.runner();
    await runner.start();
    for (let n = 0; n < 10; n += 1) await open(n % 2 ? one : other, `text ${n}`);
    await lab.caughtUp(runner);
    await erase(one);
    await open(one, 'afterwards');
    await lab.caughtUp(runner);
    const live = await texts();
    expect(live.filter(([who]) => who === one).map(([, text]) => text)).toEqual([null, null, null, null, null, 'afterwards']);
    expect(await lab.rebuilt(runner, { views: ['case-details'] })).toMatchObject([{ state: 'done', equal: true }]);
    expect(await texts()).toEqual(live);
  });
});
