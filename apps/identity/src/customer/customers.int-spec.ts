import { demo, type Demo } from '../testing/demo.adapter.js';

let at: Demo;
beforeAll(async () => {
  at = await demo();
});
afterAll(() => at.close());

const register = (body: object, headers: Record<string, string> = {}, who = 'agent@demo') => at.call('POST', 'customers', at.as(who), body, headers);
const find = async (query: string, position = '0', who = 'agent@demo') => {
  const { body } = await at.call('GET', `customers?${query}`, at.as(who), undefined, { 'onmaru-position': position });
  return body as { items: { id: string; name: string | null }[]; nextCursor: string | null };
};
const standing = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => String(headers['onmaru-position']);

describe('Taking over the customers of another system', () => {
  const takeOver = async (lines: readonly object[], who = 'admin@demo') => {
    const { status, text } = await at.call('POST', 'customers/commands', at.as(who), lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { 'content-type': 'application/x-ndjson' });
    return { status, results: status === 200 ? text.trim().split('\n').map((line) => JSON.parse(line) as { externalId: string; id: string; outcome: string; refused?: string; position: number }) : [] };
  };

  it('registers all of them, and answers who each of them is here', async () => {
    const { results } = await takeOver([{ externalId: 'Old 1', name: '김민수', locale: 'ko' }, { externalId: 'Old 2', name: 'Ada' }]);
    expect(results).toMatchObject([{ externalId: 'Old 1', outcome: 'appended' }, { externalId: 'Old 2', outcome: 'appended' }]);
    const position = String(Math.max(...results.map((one) => one.position)));
    expect((await find('externalId=Old%201', position)).items).toMatchObject([{ id: results[0]?.id, name: '김민수' }]);
  });

  it('registers nobody twice, by whichever way they came', async () => {
    const [first] = (await takeOver([{ externalId: 'Old 3', name: 'Ada' }])).results;
    const { body } = await register({ name: 'Ben', externalId: 'By hand' });
    expect((await takeOver([{ externalId: 'Old 3', name: 'Ada' }, { externalId: 'Old 3', name: 'Ada' }, { externalId: 'By hand', name: 'Ben' }])).results).toMatchObject([
      { id: first?.id, outcome: 'repeated', position: first?.position },
      { id: first?.id, outcome: 'repeated' },
      { id: body['id'], outcome: 'refused', refused: 'external-id-in-use' },
    ]);
  });

  it('takes nobody when a line is not right, and is not for agents', async () => {
    expect((await takeOver([{ externalId: 'Old 4', name: 'Ada' }, { externalId: 'Old 5' }])).status).toBe(400);
    expect((await takeOver([{ externalId: 'Old 4', name: 'Ada' }], 'agent@demo')).status).toBe(403);
    expect((await find('externalId=Old%204')).items).toEqual([]);
  });
});

describe('Registering a customer', () => {
  it('answers with the customer, where they are, and where the log stands', async () => {
    const { status, body, headers } = await register({ name: '김민수', email: 'minsu@example.com', phone: '010-1234-5678', locale: 'ko', externalId: 'Caller 1' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '김민수', email: 'minsu@example.com', phone: '010-1234-5678', locale: 'ko', externalId: 'Caller 1', revision: 1, erasedAt: null });
    expect(headers).toMatchObject({ etag: '"1"', location: `/api/v1/customers/${String(body['id'])}` });
    const read = await at.call('GET', `customers/${String(body['id'])}`, at.as('agent@demo'), undefined, { 'onmaru-position': standing({ headers }) });
    expect(read.body).toEqual(body);
    expect(read.headers['etag']).toBe('"1"');
  });

  it('gives a repeated request its first answer, and refuses the key for another request', async () => {
    const key = { 'idempotency-key': 'register-once' };
    const [first, again] = [await register({ name: 'Ada' }, key), await register({ name: 'Ada' }, key)];
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(201);
    expect((await register({ name: 'Eve' }, key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('refuses the key for a customer of another external id, or of none, whoever else uses it too', async () => {
    const key = { 'idempotency-key': 'register-caller' };
    const first = await register({ name: 'Ada', externalId: 'Keyed 1' }, key);
    for (const externalId of [{ externalId: 'Keyed 2' }, {}]) {
      expect((await register({ name: 'Ada', ...externalId }, key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    }
    expect((await find('externalId=Keyed%202', standing(first))).items).toEqual([]);
    expect((await register({ name: 'Ada', externalId: 'Keyed 1' }, key)).body).toEqual(first.body);
    expect((await register({ name: 'Ada', externalId: 'Keyed 2' }, key, 'admin@demo')).status).toBe(201);
    expect((await register({ name: 'Ada', externalId: 'Keyed 2' }, key, 'agent@other')).status).toBe(201);
  });

  it('registers one customer when one key comes with several external ids at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => register({ name: 'Ada', externalId: `Crowd ${n}` }, { 'idempotency-key': 'crowd' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 422)]);
  });

  it('takes an external id once in a tenant', async () => {
    expect((await register({ name: 'One', externalId: 'Caller 2' })).status).toBe(201);
    expect((await register({ name: 'Two', externalId: 'Caller 2' })).body).toMatchObject({ status: 409, code: 'external-id-in-use' });
    expect((await register({ name: 'Three', externalId: 'Caller 2' }, {}, 'agent@other')).status).toBe(201);
  });

  it.each([
    ['without a name', { email: 'a@example.com' }, '/name'],
    ['with a name of spaces', { name: ' ' }, '/name'],
    ['with a name of several lines', { name: 'a\nb' }, '/name'],
    ['with U+0000 in the name', { name: 'a\u0000b' }, '/name'],
    ['with an address that is none', { name: 'Ada', email: 'ada' }, '/email'],
    ['with a locale that we do not speak', { name: 'Ada', locale: 'xx' }, '/locale'],
    ['with what nobody may say', { name: 'Ada', tenantId: 'other', role: 'admin' }, '/tenantId'],
  ])('is refused %s, saying where', async (_, body, pointer) => {
    const answer = await register(body);
    expect(answer.body).toMatchObject({ status: 400, code: 'invalid-request' });
    expect((answer.body['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('says in Korean what is wrong, to whoever prefers it', async () => {
    const { body, headers } = await register({ name: 'Ada', externalId: 'Caller 2' }, { 'accept-language': 'ko-KR,ko;q=0.9' });
    expect(headers['content-language']).toBe('ko');
    expect(body['title']).toBe('이미 다른 사람이 쓰는 외부 식별자예요.');
  });
});

describe('Finding customers', () => {
  let position: string;
  beforeAll(async () => {
    for (const [n, name] of ['한가람', '이가람', '한나래', 'Ada Lovelace'].entries()) {
      position = standing(await register({ name, email: `${n}@find.example`, phone: `02-555-000${n}`, externalId: `Find ${n}` }));
    }
  });
  const names = async (query: string, who?: string) => (await find(query, position, who)).items.map(({ name }) => name);

  it.each([
    ['한가', ['한가람']],
    ['가람', ['이가람', '한가람']],
    ['lovelace ada', ['Ada Lovelace']],
    ['1@find', ['이가람']],
    ['025550002', ['한나래']],
    ['555-0003', ['Ada Lovelace']],
    ['람한', []],
    ["'; DROP TABLE", []],
    ['%', []],
  ])('by "%s" finds %p', async (q, found) => expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(found));

  it('finds one by external id', async () => expect(await names('externalId=Find%202')).toEqual(['한나래']));

  it('finds nobody of another tenant', async () => {
    expect(await names('externalId=Find%202', 'agent@other')).toEqual([]);
    expect(await names(`q=${encodeURIComponent('한나')}`, 'agent@other')).toEqual([]);
  });

  it('goes through all of them page by page, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await find(`limit=2${cursor ? `&cursor=${cursor}` : ''}`, position);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await find('limit=100', position)).items.length);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'cursor=WyJ4Il0', 'page=2'])('is refused with ?%s', async (query) => {
    expect((await at.call('GET', `customers?${query}`, at.as('agent@demo'))).status).toBe(400);
  });

  it.each(['x', '0', '00000000-0000-4000-8000-000000000000', "'"])('knows nobody called %s', async (id) => {
    expect((await at.call('GET', `customers/${id}`, at.as('agent@demo'))).body).toMatchObject({ status: 404, code: 'customer-not-found' });
  });
});
