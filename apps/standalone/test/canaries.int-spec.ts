import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { superuserUrl } from './data-folder.js';
import { expectStatus, PASSWORD, platform, type Asked, type TestPlatform } from './platform.js';

/** Words that stand nowhere else, each in a field of its own. */
const CANARIES = {
  name: 'Kanarienvogel Zwitscher',
  email: 'zaunkoenig@vogelhaus.example',
  phone: '+82 10 5550 0147',
  subject: 'Nachtigallensubjekt',
  description: 'Rotkehlchenbeschreibung',
  reply: 'Amselantwort',
  answer: 'Drosselrueckmeldung',
  note: 'Sperlingsnotiz',
  resolution: 'Meisenloesung',
  reason: 'Finkengrund',
  password: 'vogel-im-kaefig-singt-leise',
} as const;

/** Any of the canaries that `text` holds, in whatever case, also the digits of the telephone number alone. */
const canariesIn = (text: string): readonly string[] => {
  const small = text.toLowerCase();
  const words = [...Object.values(CANARIES), 'zaunkoenig', 'kanarienvogel', 'zwitscher', '5550 0147', '821055500147', '01055500147'];
  return words.filter((word) => small.includes(word.toLowerCase()));
};

describe('What a customer says and who they are', () => {
  let at: TestPlatform;
  let customerId: string;
  let caseId: string;
  let database: pg.Client;
  const errors: string[] = [];

  const agent = (path: string, asked?: Asked) => at.as('agent', path, asked);
  const act = async (verb: string, body: object) => expectStatus(await agent(`cases/${caseId}/${verb}`, { body }), 200);
  const failing = async (code: string, path: string, asked: Asked, who = 'agent') => {
    const { status, text, json } = await at.as(who, path, asked);
    if (json['code'] !== code) throw new Error(`${path} was to fail with ${code}, and was answered ${status}: ${text}`);
    errors.push(text);
  };

  beforeAll(async () => {
    at = await platform();
    const { name, email, phone } = CANARIES;
    customerId = expectStatus(await agent('customers', { body: { name, email, phone, locale: 'ko', externalId: 'bird' } }), 201)['id'] as string;
    const { subject, description, reply, answer, note, resolution, reason } = CANARIES;
    caseId = expectStatus(await agent('cases', { body: { subject, description, customerId, channel: 'web', externalId: 'bird-1' } }), 201)['id'] as string;
    await act('reply-to-customer', { text: reply });
    await act('record-customer-reply', { text: answer });
    await act('add-note', { text: note });
    await act('resolve', { resolution });
    await act('reopen', { reason });
    await act('cancel', { reason });
    await failing('invalid-request', 'cases', { body: { subject, description: { text: description }, customerId, channel: email, impact: name } });
    await failing('body-unreadable', 'cases', { body: `{"subject": ${subject} ${email}`, headers: { 'content-type': 'application/json' } });
    await failing('case-not-open', `cases/${caseId}/resolve`, { body: { resolution } });
    await failing('revision-stale', `cases/${caseId}/add-note`, { body: { text: note }, headers: { 'if-match': '"1"' } });
    await failing('invalid-request', `cases?cursor=${encodeURIComponent(email)}`, {});
    await failing('invalid-request', 'customers', { body: { name, email: `${email} ${name}`, phone } });
    await failing('invalid-request', 'cases/commands?source=bird', { body: `{"case": "${email}", "note": ${name}}\n`, headers: { 'content-type': 'application/x-ndjson' } }, 'admin');
    await failing('invalid-request', 'cases/commands?source=bird', { body: '{"note": Zwitscher}\n', headers: { 'content-type': 'application/x-ndjson' } }, 'admin');
    await failing('sign-in-refused', 'auth/sign-in', { body: { email, password: CANARIES.password } });
    await failing('sign-in-refused', 'auth/sign-in', { body: { email: 'agent@demo.example', password: CANARIES.password } });
    await failing('session-over', 'auth/refresh', { body: { refreshToken: CANARIES.password } });
    await at.onboarding.ensureStaff('demo', 'singer', { name: 'Singer', email: 'singer@demo.example', role: 'agent', capacity: 1, password: CANARIES.password });
    expectStatus(await at.call(null, 'auth/sign-in', { body: { email: 'singer@demo.example', password: CANARIES.password } }), 200);
    database = new pg.Client(superuserUrl(at.data));
    await database.connect();
    await database.query('ALTER TABLE cases.case_details_1 RENAME TO away');
    await failing('internal-error', `cases?q=${encodeURIComponent(subject)}`, {});
    await database.query('ALTER TABLE cases.away RENAME TO case_details_1');
  });

  afterAll(async () => {
    await database?.end();
    await at.close();
  });

  /** Every row of every table of these schemas that holds a canary, as text. */
  const rowsWithCanaries = async (...schemas: string[]): Promise<{ readonly tables: number; readonly found: readonly string[] }> => {
    const { rows } = await database.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY ($1)`,
      [schemas],
    );
    const found: string[] = [];
    for (const { name } of rows) {
      for (const { text } of (await database.query<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM ${name} t`)).rows) {
        found.push(...canariesIn(text).map((canary) => `${name}: ${canary}`));
        found.push(...canariesIn(decoded(text)).map((canary) => `${name} (bytes): ${canary}`));
      }
    }
    return { tables: rows.length, found: [...new Set(found)] };
  };

  const everywhereInTheApi = async (): Promise<string> => {
    const pages = ['cases?limit=100', `cases/${caseId}`, `cases/${caseId}/timeline`, `cases/${caseId}?asOf=${new Date().toISOString()}`, 'cases/export?personal=true', 'cases/report', `customers/${customerId}`, 'customers?limit=100', 'events?personal=true', 'operations/verify', 'operations/views'];
    return (await Promise.all(pages.map((path) => textOf('admin', path)))).join('\n');
  };

  /** What somebody is answered, which has to be an answer with something in it. */
  const textOf = async (who: string, path: string): Promise<string> => {
    const { status, text } = await at.as(who, path);
    if (status !== 200 || text === '') throw new Error(`${path} was to say something, and was answered ${status}: ${text}`);
    return text;
  };

  it('are there for those who may see them', async () => {
    const { password: _, ...personal } = CANARIES;
    const all = await everywhereInTheApi();
    expect(Object.values(personal).filter((canary) => !all.includes(canary))).toEqual([]);
    expect(canariesIn((await rowsWithCanaries('cases', 'identity')).found.join(' '))).toContain(CANARIES.subject);
  });

  it('stand in no line of the logs, in no measurement and in no answer about an error', async () => {
    expect(at.lines).toContainEqual(expect.stringContaining('case_details_1'));
    expect(canariesIn(at.lines.join('\n'))).toEqual([]);
    expect(canariesIn(await textOf('admin', '/metrics'))).toEqual([]);
    expect(errors).toHaveLength(12);
    expect(errors.flatMap((text) => canariesIn(text).map((canary) => `${canary}: ${text}`))).toEqual([]);
  });

  it('stand sealed in the log, and in what consumers keep', async () => {
    const { tables, found } = await rowsWithCanaries('log');
    expect(tables).toBeGreaterThan(0);
    expect(found).toEqual([]);
    const kept = await rowsWithCanaries('cases', 'identity', 'routing');
    expect(kept.found.filter((one) => /dead_letter|inbox/.test(one) || one.includes(CANARIES.password))).toEqual([]);
  });

  it('are withheld from the stream of events unless somebody who may see them asks', async () => {
    expect(canariesIn(await textOf('admin', 'events'))).toEqual([]);
    expect(canariesIn(await textOf('admin', 'cases/export'))).toEqual([]);
    expect((await agent('events?personal=true')).status).toBe(403);
    expect((await at.as('analyst', 'cases/export?personal=true')).status).toBe(403);
  });

  it('are found by no other tenant, in whatever words it asks', async () => {
    for (const canary of ['Kanarienvogel', CANARIES.email, CANARIES.subject]) {
      const q = encodeURIComponent(canary);
      expect((await at.as('admin@other', `customers?q=${q}`)).json['items']).toEqual([]);
      expect((await at.as('admin@other', `cases?q=${q}`)).json['items']).toEqual([]);
      expect((await agent(`cases?q=${q}`)).json['items']).toHaveLength(canary === CANARIES.email ? 0 : 1);
    }
  });

  describe('once they are erased', () => {
    beforeAll(async () => {
      expectStatus(await at.as('admin', `customers/${customerId}/erase`, { body: { reason: 'They asked' } }), 200);
      for (let tried = 0; tried < 120 && canariesIn(await everywhereInTheApi()).length > 0; tried += 1) await new Promise((later) => setTimeout(later, 500));
    }, 90_000);

    it('are nowhere in the API within a minute, exports, time lines and the past included', async () => {
      expect(canariesIn(await everywhereInTheApi())).toEqual([]);
      expect((await agent(`cases/${caseId}?asOf=${new Date().toISOString()}`)).json).toMatchObject({ subject: null, description: null, externalId: 'bird-1' });
    });

    it('are in no table', async () => {
      const { tables, found } = await rowsWithCanaries('log', 'cases', 'identity', 'routing', 'public');
      expect(tables).toBeGreaterThan(10);
      expect(found).toEqual([]);
    });

    it('are found by no search, neither whole nor in part', async () => {
      for (const canary of ['Kanarienvogel', 'Nachtigallen', CANARIES.email, '5550']) {
        expect((await agent(`cases?q=${encodeURIComponent(canary)}`)).json['items']).toEqual([]);
        expect((await agent(`customers?q=${encodeURIComponent(canary)}`)).json['items']).toEqual([]);
      }
    });

    it('come back neither by a rebuild nor by a replay, and the log verifies', async () => {
      const views = JSON.parse((await at.asOperator('operations/views')).text) as readonly { readonly view: string }[];
      expect(views).toContainEqual(expect.objectContaining({ view: 'case-details' }));
      await at.asOperator('operations/rebuilds', { body: {} }, 202);
      const listed = async () => JSON.parse((await at.asOperator('operations/rebuilds')).text) as readonly { readonly view: string; readonly state: string }[];
      while ((await listed()).some(({ state }) => state === 'running')) await new Promise((later) => setTimeout(later, 50));
      expect((await listed()).map(({ view }) => view).sort()).toEqual(views.map(({ view }) => view).sort());
      expect(await listed()).toEqual(views.map(() => expect.objectContaining({ state: 'done', equal: true }) as unknown));
      expect((await rowsWithCanaries('log', 'cases', 'identity', 'routing')).found).toEqual([]);
      const verdict = (await at.asOperator('operations/verify')).json;
      expect({ ok: verdict['ok'], breaches: (verdict['checks'] as { breaches: unknown[] }[]).flatMap(({ breaches }) => breaches) }).toEqual({ ok: true, breaches: [] });
    });

    it('do not come back: no case is opened for them any more, and what is said about an old one stays sealed', async () => {
      const { reply } = CANARIES;
      const again = await agent('cases', { body: { subject: CANARIES.subject, description: reply, customerId, channel: 'web' } });
      expect(again).toMatchObject({ status: 422, json: { code: 'customer-unknown' } });
      const note = await agent(`cases/${caseId}/add-note`, { body: { text: CANARIES.note } });
      expect(note.status).toBe(200);
      expect((await rowsWithCanaries('log', 'cases', 'identity', 'routing')).found).toEqual([]);
    });
  });

  it('never came into a log: neither ours, with no password of anybody, nor that of the database', () => {
    expect(at.lines.filter((line) => line.includes(PASSWORD) || canariesIn(line).length > 0)).toEqual([]);
    const said = readFileSync(join(at.data, 'postgres', 'server.log'), 'utf8');
    expect(said).not.toBe('');
    expect(canariesIn(said)).toEqual([]);
  });
});

/** Bytes as PostgreSQL writes them, read as text where they are text. */
const decoded = (text: string): string => [...text.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex as string, 'hex').toString('latin1')).join('\n');
