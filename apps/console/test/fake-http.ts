import type { IncomingMessage, ServerResponse } from 'node:http';
import { append, eventOfVerb, fold, log, onAppend, streamOf, type Row } from './fake-cases.ts';
import { apiKeys, customers, PASSWORD, people, permissionsOf, policies, queues } from './fake-people.ts';

type Person = (typeof people)[number];
type Ask = { method: string; path: string; query: URLSearchParams; body: Record<string, unknown>; person: Person | null; request: IncomingMessage; response: ServerResponse };

export const faults = { latency: 0, down: false };
const presence = new Map<string, string>();
const answers = new Map<string, unknown>();

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers }).end(body === undefined ? undefined : JSON.stringify(body));
};
const problem = (response: ServerResponse, status: number, code: string, title: string, facts: object = {}) => json(response, status, { type: `/api/problems/${code}`, title, status, code, traceId: 'fake-1', ...facts });

const ids = () => [...new Set(log.map(({ stream }) => stream))].filter((stream) => stream.startsWith('case-')).map((stream) => stream.slice(5));
const openStates = ['new', 'in-progress', 'on-hold'];

const matching = (query: URLSearchParams, person: Person): Row[] => {
  const has = (name: string, test: (value: string) => boolean) => !query.has(name) || test(query.get(name) as string);
  return ids()
    .map((id) => fold(id, person.role) as Row)
    .filter((row) => person.role !== 'customer' || row.customerId === person.id)
    .filter((row) => has('state', (v) => v.split(',').includes(row.state)) && has('priority', (v) => v.split(',').includes(String(row.priority))) && has('queue', (v) => row.queue === v) && has('customerId', (v) => row.customerId === v))
    .filter((row) => has('assignee', (v) => (v === 'none' ? row.assignee === null : (row.assignee as { id: string } | null)?.id === (v === 'me' ? person.id : v))))
    .filter((row) => has('reopened', () => (row.reopenCount as number) > 0))
    .filter((row) => has('q', (v) => JSON.stringify(row).toLowerCase().includes(v.toLowerCase())))
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt) || (a.id < b.id ? 1 : -1));
};

const follow = ({ query, request, response }: Ask) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let position = Number(request.headers['last-event-id'] ?? query.get('from') ?? log.length);
  response.write(`id: ${position}\nevent: head\ndata:\n\n`);
  const send = () => {
    for (const event of log.slice(position)) response.write(`id: ${event.position}\nevent: event\ndata: ${JSON.stringify({ ...event, data: { ...event.data, text: null } })}\n\n`);
    position = log.length;
  };
  send();
  const stop = onAppend(send);
  const beat = setInterval(() => response.write(': still here\n\n'), 15_000);
  request.on('close', () => {
    stop();
    clearInterval(beat);
  });
};

const verbs = (ask: Ask, id: string, verb: string) => {
  const { request, response, body, person } = ask;
  const key = `${person?.id}:${String(request.headers['idempotency-key'])}`;
  if (answers.has(key)) return json(response, 200, answers.get(key));
  const current = fold(id, person?.role ?? '');
  const expected = /"(\d+)"/.exec(request.headers['if-match'] ?? '')?.[1];
  if (!current) return problem(response, 404, 'case-not-found', '그런 사례가 없어요.');
  if (expected !== undefined && Number(expected) !== current.revision) return problem(response, 412, 'revision-stale', '읽은 뒤에 내용이 바뀌었어요.', { since: streamOf(id).filter((event) => event.revision > Number(expected)) });
  if (!(current.can as string[]).includes(verb)) return problem(response, 409, 'case-not-open', '열려 있지 않은 사례예요. 먼저 다시 열어 주세요.');
  const event = append(`case-${id}`, ...eventOfVerb(verb, body), { kind: person?.role === 'customer' ? 'customer' : 'staff', id: person?.id ?? '', name: person?.name ?? null });
  const row = fold(id, person?.role ?? '');
  answers.set(key, row);
  json(response, 200, row, { etag: `"${event.revision}"`, 'onmaru-position': String(event.position) });
};

const PUBLIC = /Opened|Reply|Resolved|Closed|Reopened|Cancelled/;

export const api = (ask: Ask): unknown => {
  const { method, path, query, body, person, request, response } = ask;
  const list = (items: readonly unknown[]) => json(response, 200, { items, nextCursor: null });
  if (path === 'auth/sign-in') {
    const found = people.find(({ email }) => email === body.email);
    if (!found || body.password !== PASSWORD) return problem(response, 401, 'sign-in-refused', '이메일 주소나 비밀번호가 맞지 않아요.');
    return json(response, 200, { accessToken: found.id, expiresIn: 900 }, { 'set-cookie': `onmaru_refresh=${found.id}; HttpOnly; SameSite=Strict; Path=/` });
  }
  if (path === 'auth/refresh') {
    const id = /onmaru_refresh=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    return id ? json(response, 200, { accessToken: id, expiresIn: 900 }) : problem(response, 401, 'session-over', '로그인이 끝났어요.');
  }
  if (path === 'auth/sign-out') return json(response, 204, undefined, { 'set-cookie': 'onmaru_refresh=; Max-Age=0; Path=/' });
  if (!person) return problem(response, 401, 'not-signed-in', '먼저 로그인해 주세요.');
  if (path === 'me') return json(response, 200, { id: person.id, tenant: 'demo', role: person.role, name: person.name, permissions: permissionsOf(person.role), locale: null });
  if (path === 'events') return follow(ask);
  if (path === 'cases/counts') {
    const open = matching(new URLSearchParams({ state: openStates.join(',') }), person);
    const byQueue = queues.map(({ name }) => ({ queue: name, count: open.filter((row) => row.queue === name).length })).filter(({ count }) => count > 0);
    return json(response, 200, { mine: open.filter((r) => (r.assignee as { id: string } | null)?.id === person.id).length, unassigned: open.filter((r) => !r.assignee).length, onHold: open.filter((r) => r.state === 'on-hold').length, reopened: open.filter((r) => (r.reopenCount as number) > 0).length, byQueue });
  }
  if (path === 'cases' && method === 'GET') {
    const rows = matching(query, person);
    const limit = Number(query.get('limit') ?? 50);
    const start = Number(query.get('cursor') ?? 0);
    return json(response, 200, { items: rows.slice(start, start + limit), nextCursor: start + limit < rows.length ? String(start + limit) : null });
  }
  if (path === 'cases') {
    if (!body.subject) return problem(response, 400, 'invalid-request', '요청이 올바르지 않아요.', { errors: [{ pointer: '/body/subject', detail: '적어 주세요' }] });
    const id = `case-n${log.length}`;
    const impact = Number(body.impact ?? 3);
    const urgency = Number(body.urgency ?? 3);
    const data = { number: `CS-${29000 + log.length}`, externalId: null, category: null, subcategory: null, attributes: {}, queueId: null, customerId: person.id, ...body, impact, urgency, priority: policies[1]?.matrix[impact - 1]?.[urgency - 1], policyVersion: 2 };
    const event = append(`case-${id}`, 'CaseOpened', data, { kind: person.role === 'customer' ? 'customer' : 'staff', id: person.id, name: person.name });
    return json(response, 201, fold(id, person.role), { location: `/api/v1/cases/${id}`, 'onmaru-position': String(event.position) });
  }
  const [, id = '', verb] = /^cases\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  if (id && method === 'POST' && verb) return verbs(ask, id, verb);
  if (id && verb === 'timeline') return list(streamOf(id).filter(({ type }) => person.role !== 'customer' || PUBLIC.test(type)));
  if (id) {
    const row = fold(id, person.role, query.has('asOf') ? Number(query.get('asOf')) : undefined);
    return row ? json(response, 200, row, { etag: `"${row.revision}"` }) : problem(response, 404, 'case-not-found', '그런 사례가 없어요.');
  }
  return admin(ask, list);
};

const admin = ({ method, path, query, body, response }: Ask, list: (items: readonly unknown[]) => void): unknown => {
  const created = (items: unknown[], item: object) => {
    items.push(item);
    return json(response, 201, item);
  };
  const fresh = `x-${Math.random().toString(36).slice(2, 8)}`;
  if (path === 'staff' && method === 'GET') return list(people.filter(({ role }) => role !== 'customer').map((each) => ({ ...each, externalId: null, disabled: false })));
  if (path === 'agents') return list(people.map(({ id }) => ({ id, capacity: 5, presence: presence.get(id) ?? 'offline' })));
  if (path === 'staff') return created(people as unknown[], { id: fresh, email: null, ...body, oneTimePassword: body.email ? 'maru-4821-hanok' : undefined });
  const who = /^staff\/([^/]+)\/presence$/.exec(path)?.[1];
  if (who && method === 'GET') return json(response, 200, { id: who, capacity: 5, presence: presence.get(who) ?? 'offline' });
  if (who) return json(response, 200, { id: who, capacity: 5, presence: presence.set(who, body.presence as string).get(who) });
  if (path === 'queues') return method === 'GET' ? list(queues) : created(queues, { id: fresh, name: body.name });
  if (path === 'policies/case') return method === 'GET' ? list(policies) : (policies.unshift({ version: policies.length + 1, publishedAt: null, inForce: false, effectiveFrom: null, ...body } as never), json(response, 201, policies[0]));
  const version = Number(/^policies\/case\/(\d+)\/publish$/.exec(path)?.[1]);
  if (version) {
    for (const policy of policies) Object.assign(policy, policy.version === version ? { inForce: true, publishedAt: new Date().toISOString(), effectiveFrom: new Date().toISOString() } : { inForce: false });
    return json(response, 200, policies.find((policy) => policy.version === version));
  }
  if (path === 'api-keys') return method === 'GET' ? list(apiKeys) : (apiKeys.push({ id: fresh, name: body.name as string, role: body.role as string }), json(response, 201, { id: fresh, key: 'onmaru_5f0c9d2e77ab41c3' }));
  if (path === 'customers' && method === 'GET') return list(customers.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes((query.get('q') ?? '').toLowerCase())));
  if (path === 'customers') return created(customers, { id: fresh, email: null, phone: null, locale: null, externalId: null, registeredAt: new Date().toISOString(), erasedAt: null, ...body });
  const erased = customers.find(({ id }) => path === `customers/${id}/erase`);
  if (erased) return json(response, 200, Object.assign(erased, { name: null, email: null, phone: null, erasedAt: new Date().toISOString() }));
  const one = customers.find(({ id }) => path === `customers/${id}`);
  return one ? json(response, 200, one) : problem(response, 404, 'not-found', '이 주소에는 아무것도 없어요.');
};
