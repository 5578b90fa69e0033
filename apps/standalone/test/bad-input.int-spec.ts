import { expectStatus, platform, type Asked, type Reply, type TestPlatform } from './platform.js';

type Fault = { readonly pointer: string; readonly detail: string; readonly line?: number };
const faultsOf = ({ json }: Reply): readonly Fault[] => (json['errors'] ?? []) as readonly Fault[];
const ndjson = { 'content-type': 'application/x-ndjson' };

describe('A request that cannot be taken', () => {
  let at: TestPlatform;
  let body: { readonly subject: string; readonly description: string; readonly customerId: string; readonly channel: string };
  let keys = 0;

  beforeAll(async () => {
    at = await platform();
    body = { subject: 'No signal', description: 'Since this morning', customerId: at.idOf('customer'), channel: 'web' };
  });
  afterAll(() => at.close());

  const agent = (path: string, asked?: Asked) => at.as('agent', path, asked);
  const open = async () => expectStatus(await agent('cases', { body }), 201);
  const key = () => `key ${(keys += 1)}`;

  it.each([
    ['en', 'The request is not valid; "errors" says where.', 'must be given'],
    ['ko', '요청이 올바르지 않아요. "errors"에서 위치를 확인해 주세요.', '꼭 있어야 해요'],
  ])('says where it is wrong, in the language of the caller (%s)', async (language, title, missing) => {
    const reply = await agent('cases', { body: { ...body, subject: undefined, impact: 9, colour: 'blue' }, headers: { 'accept-language': language } });
    expect(reply).toMatchObject({ status: 400, json: { title, code: 'invalid-request', instance: '/api/v1/cases' } });
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.headers.get('content-language')).toBe(language);
    expect(faultsOf(reply).map(({ pointer }) => pointer).sort()).toEqual(['/colour', '/impact', '/subject']);
    expect(faultsOf(reply)).toContainEqual({ pointer: '/subject', detail: missing });
  });

  it.each<readonly [string, string, Asked, number, string]>([
    ['an address where nothing is', 'nothing/here', {}, 404, 'not-found'],
    ['an address of the API that is no route', '/api/v2/cases', {}, 404, 'not-found'],
    ['a method that is not served', 'cases/counts', { method: 'DELETE' }, 404, 'not-found'],
    ['broken JSON', 'cases', { body: '{"subject": "x"', headers: { 'content-type': 'application/json' } }, 400, 'body-unreadable'],
    ['an empty body', 'cases', { body: '', method: 'POST', headers: { 'content-type': 'application/json' } }, 400, 'invalid-request'],
    ['no object', 'cases', { body: '[]', headers: { 'content-type': 'application/json' } }, 400, 'invalid-request'],
    ['a type that is not taken', 'cases', { body: 'subject=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media-type'],
    ['a body of 2 MB', 'cases', { body: { subject: 'x'.repeat(2 * 1024 * 1024) } }, 413, 'body-too-large'],
    ['JSON a hundred thousand levels deep', 'cases', { body: `{"subject":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, headers: { 'content-type': 'application/json' } }, 400, 'invalid-request'],
    ['the name of a prototype', 'cases', { body: '{"__proto__": {"role": "admin"}}', headers: { 'content-type': 'application/json' } }, 400, 'body-unreadable'],
    ['a key without end', 'cases', { body: {}, headers: { 'idempotency-key': 'k'.repeat(129) } }, 400, 'invalid-request'],
    ['a key that nobody can read', 'cases', { body: {}, headers: { 'idempotency-key': 'a\tb' } }, 400, 'invalid-request'],
    ['If-Match that is no revision', 'cases', { body: { subject: 'x' }, headers: { 'if-match': 'yesterday' } }, 400, 'invalid-request'],
    ['a position that is none', 'cases', { headers: { 'onmaru-position': 'now' } }, 400, 'invalid-request'],
    ['a cursor of nothing', 'cases?cursor=abc', {}, 400, 'invalid-request'],
    ['a cursor that is almost one', 'cases?cursor=2020~x', {}, 400, 'invalid-request'],
    ['a cursor with U+0000', 'cases?cursor=2020-01-01T00:00:00.000Z~%00', {}, 400, 'invalid-request'],
    ['a limit of none', 'cases?limit=0', {}, 400, 'invalid-request'],
    ['a limit beyond all', 'cases?limit=1000', {}, 400, 'invalid-request'],
    ['a limit in words', 'cases?limit=many', {}, 400, 'invalid-request'],
    ['a state that is none', 'cases?state=lost', {}, 400, 'invalid-request'],
    ['a filter that is not known', 'cases?colour=blue', {}, 400, 'invalid-request'],
    ['a moment that is none', 'cases/some?asOf=yesterday', {}, 400, 'invalid-request'],
    ['a day that is none', 'cases/some?asOf=2026-02-30T00:00:00Z', {}, 400, 'invalid-request'],
    ['events since no moment', 'events?since=yesterday', {}, 400, 'invalid-request'],
    ['a case that nobody opened', 'cases/00000000-0000-4000-8000-000000000000', {}, 404, 'case-not-found'],
    ['a case by a name that is no id', 'cases/%ED%95%9C%EA%B8%80', {}, 404, 'case-not-found'],
    ['a case by U+0000', 'cases/%00', {}, 400, 'invalid-request'],
    ['a time line by U+0000', 'cases/%00/timeline', {}, 400, 'invalid-request'],
    ['a note on a case by U+0000', 'cases/%00/add-note', { body: { text: 'x' } }, 400, 'invalid-request'],
    ['half of an escape', 'cases/%E0%A4%A', {}, 400, 'invalid-request'],
  ])('is answered as a problem: %s', async (_what, path, asked, status, code) => {
    const reply = await agent(path, asked);
    expect(reply).toMatchObject({ status, json: { code } });
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it.each(['subject', 'channel', 'category', 'product', 'externalId'])('has only spaces where it must say something: %s', async (name) => {
    const reply = await agent('cases', { body: { ...body, [name]: ' \u3000' } });
    expect(reply).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect(faultsOf(reply)).toEqual([{ pointer: `/${name}`, detail: 'must be one line with something in it' }]);
  });

  it('is never a fault of ours: U+0000 and halves of letters are turned away or kept, and the views go on', async () => {
    const texts = ['nul \u0000 here', 'half \ud800 here', '\ufffe', '🙂'.repeat(60), '‮', "'; DROP TABLE cases.case_details_1; --"];
    const { id } = await open();
    for (const text of texts) {
      const replies = await Promise.all([
        agent('cases', { body: { ...body, subject: text } }),
        agent('cases', { body: { ...body, category: text } }),
        agent('cases', { body: { ...body, externalId: text } }),
        agent(`cases/${id as string}/add-note`, { body: { text } }),
        agent(`cases/${id as string}/set-attributes`, { body: { attributes: { [text]: text } } }),
        agent(`cases/${id as string}/transfer`, { body: { queue: text } }),
        agent(`cases/${id as string}/assign`, { body: { assignee: text } }),
        agent('cases', { body: { ...body, customerId: text } }),
        agent(`cases?q=${encodeURIComponent(text.toWellFormed())}`),
        agent(`cases?externalId=${encodeURIComponent(text.toWellFormed())}`),
        agent(`cases?queue=${encodeURIComponent(text.toWellFormed())}&assignee=${encodeURIComponent(text.toWellFormed())}`),
        agent(`customers?q=${encodeURIComponent(text.toWellFormed())}`),
        agent(`events?stream=${encodeURIComponent(text.toWellFormed())}`),
        at.as('admin', 'customers', { body: { name: text } }),
        at.as('admin', 'queues', { body: { name: text } }),
      ]);
      expect({ text, statuses: replies.map(({ status }) => status).filter((status) => status >= 500) }).toEqual({ text, statuses: [] });
    }
    const { items } = (await agent('cases?limit=1')).json;
    expect(items).toHaveLength(1);
    const standings = expectStatus(await at.as('admin', 'operations/views'), 200) as unknown as readonly { readonly failing?: string; readonly parked: readonly object[] }[];
    expect(standings).not.toEqual([]);
    expect(standings.filter(({ failing, parked }) => failing !== undefined || parked.length > 0)).toEqual([]);
  });

  it('with a stale If-Match is told what has happened since', async () => {
    const { id, revision } = await open();
    await agent(`cases/${id as string}/start-work`, { method: 'POST' });
    const stale = await agent(`cases/${id as string}/add-note`, { body: { text: 'x' }, headers: { 'if-match': `"${revision as number}"` } });
    expect(stale).toMatchObject({ status: 412, json: { code: 'revision-stale', since: [{ type: 'cases.CaseWorkStarted.v1', revision: 2 }] } });
    const fresh = await agent(`cases/${id as string}/add-note`, { body: { text: 'x' }, headers: { 'if-match': '"2"' } });
    expect(fresh).toMatchObject({ status: 200, json: { revision: 3 } });
    expect(fresh.headers.get('etag')).toBe('"3"');
  });

  it('asks for a view that is behind, and is told to come again', async () => {
    const reply = await agent('cases', { headers: { 'onmaru-position': '999999999' } });
    expect(reply).toMatchObject({ status: 503, json: { code: 'view-behind', position: 999_999_999 } });
    expect(reply.headers.get('retry-after')).toBe('1');
  });

  it('in a file of history names its line, and nothing of the file is taken', async () => {
    const line = (n: number) => JSON.stringify({ case: `b${n}`, commandId: `b${n}`, type: 'OpenCase', at: '2020-01-01T00:00:00Z', actor: '7', data: { externalId: `b${n}`, channel: 'phone', impact: 3, urgency: 3 } });
    for (const broken of ['{"case": 1', '"text"', line(2).replace('OpenCase', 'LoseCase'), line(2).replace('"impact":3', '"impact":4'), line(2).replace('2020-01-01', '2020-13-01'), line(2).replace('phone', 'phone\\u0000')]) {
      const reply = await at.as('admin', 'cases/commands?source=bad', { body: `${line(1)}\n${broken}\n${line(3)}\n`, headers: ndjson });
      expect(reply).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
      expect(faultsOf(reply)).toEqual([expect.objectContaining({ line: 2, pointer: '/2' })]);
    }
    expect((await agent('cases?externalId=b1')).json['items']).toEqual([]);
  });

  describe('sent twice under one Idempotency-Key', () => {
    it.each<readonly [string, string, () => object]>([
      ['cases', 'cases', () => body],
      ['customers', 'customers', () => ({ name: 'Ada', email: 'ada@demo.example' })],
      ['queues', 'queues', () => ({ name: 'Network' })],
      ['policies', 'policies/case', () => ({ matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 1 })],
    ])('is answered as the first time: %s', async (_what, path, made) => {
      const headers = { 'idempotency-key': key() };
      const [first, again] = [await at.as('admin', path, { body: made(), headers }), await at.as('admin', path, { body: made(), headers })];
      expect(first.status).toBe(201);
      expect({ status: again.status, json: again.json, etag: again.headers.get('etag'), location: again.headers.get('location') }).toEqual({
        status: 201,
        json: first.json,
        etag: first.headers.get('etag'),
        location: first.headers.get('location'),
      });
    });

    it.each<readonly [string, string, object, object]>([
      ['customers', 'customers', { name: 'Bob' }, { name: 'Eve' }],
      ['customers with an external id', 'customers', { name: 'Bob', externalId: 'bob' }, { name: 'Bob', externalId: 'eve' }],
      ['staff with an external id', 'staff', { name: 'Bob', role: 'agent', externalId: 'bob' }, { name: 'Bob', role: 'agent', externalId: 'eve' }],
      ['queues', 'queues', { name: 'Billing' }, { name: 'Refunds' }],
      ['policies', 'policies/case', { matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 1 }, { matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 2 }],
    ])('is refused with another body: %s', async (_what, path, one, other) => {
      const headers = { 'idempotency-key': key() };
      expectStatus(await at.as('admin', path, { body: one, headers }), 201);
      expect(await at.as('admin', path, { body: other, headers })).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
    });

    it('is refused with another body: cases, their acts, and the same key at another case', async () => {
      const headers = { 'idempotency-key': key() };
      const { id } = expectStatus(await agent('cases', { body, headers }), 201);
      expect(await agent('cases', { body: { ...body, subject: 'Other' }, headers })).toMatchObject({ status: 422 });
      const act = { 'idempotency-key': key() };
      const note = (text: string) => agent(`cases/${id as string}/add-note`, { body: { text }, headers: act });
      expect([(await note('one')).json['revision'], (await note('one')).json['revision'], (await note('two')).status]).toEqual([2, 2, 422]);
    });

    it('twenty times at once opens one case', async () => {
      const headers = { 'idempotency-key': key() };
      const replies = await Promise.all(Array.from({ length: 20 }, () => agent('cases', { body: { ...body, externalId: 'twenty' }, headers })));
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(replies.map(({ json }) => json['id'])).size).toBe(1);
      expect((await agent('cases?externalId=twenty')).json['items']).toHaveLength(1);
    });
  });
});
