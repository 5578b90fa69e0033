import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { permits, type Permission, type Role } from '@onmaru/service-kit';
import { accessPage, type Row } from './access-page.js';
import { expectStatus, PASSWORD, platform, ROLES, type Reply, type TestPlatform } from './platform.js';
import { SCENARIOS, type Scenario } from './scenarios.js';
import { nothingOf, thingsOf, type Things } from './things.js';
import { usualScenario, type Schema } from './usual-scenario.js';

type Operation = { readonly name: string; readonly method: string; readonly route: string; readonly permission: string; readonly scenario: Scenario };
type Described = { readonly 'x-permission'?: string; readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } };
type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>; readonly components: { readonly schemas: Readonly<Record<string, Schema>> } };
type From = { readonly path: Things; readonly query: Things; readonly body: Things };

const PAGE = fileURLToPath(new URL('../../../docs/reference/access-matrix.md', import.meta.url));
const isDone = ({ status }: Reply): boolean => status >= 200 && status < 300;
const mayUse = (role: Role, permission: string): boolean =>
  permission === 'public' || permits({ tenant: 'demo', role }, permission as Permission);

describe('Every operation of the API', () => {
  let at: TestPlatform;
  let operations: readonly Operation[];
  let unknown: readonly string[];
  let own: Things;
  let foreign: Things;
  let neighbours: Things;

  beforeAll(async () => {
    at = await platform();
    own = await thingsOf(at, 'demo');
    const { can } = expectStatus(await at.as('admin', `cases/${await own.newCase()}`), 200) as { can: readonly string[] };
    const { paths, components } = expectStatus(await at.call(null, '/api/openapi.json'), 200) as unknown as Description;
    const all = Object.entries(paths).flatMap(([route, methods]) =>
      Object.entries(methods).map(([verb, { 'x-permission': permission = '', requestBody }]) => {
        const [method, name] = [verb.toUpperCase(), `${verb.toUpperCase()} ${route}`];
        const body = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
        return { name, method, route, permission, scenario: SCENARIOS[name] ?? usualScenario(name, body === undefined ? undefined : components.schemas[body], can) };
      }),
    );
    unknown = all.filter(({ scenario }) => scenario === undefined).map(({ name }) => name);
    operations = all.flatMap(({ scenario, ...operation }) => (scenario ? [{ ...operation, scenario }] : []));
    foreign = await thingsOf(at, 'other');
    await Promise.all([foreign.newCase(), foreign.newCustomer(), foreign.newStaff(), foreign.newApiKey()]);
    const customerId = await own.newCustomer();
    neighbours = { ...own, customerId, newCase: (state) => own.newCase(state, customerId) };
  });

  afterAll(() => at.close());

  const ask = async ({ method, route, name, scenario }: Operation, token: string | null, from: From, headers: Readonly<Record<string, string>> = {}): Promise<Reply> => {
    const params = Object.entries((await scenario.path?.(from.path)) ?? {});
    const path = params.reduce((filled, [param, value]) => filled.replace(`{${param}}`, encodeURIComponent(value)), route);
    const query = new URLSearchParams((await scenario.query?.(from.query)) ?? {}).toString();
    const body = await scenario.body?.(from.body);
    const type: Readonly<Record<string, string>> = /^POST .*\/commands$/.test(name) ? { 'content-type': 'application/x-ndjson' } : {};
    return at.call(token, query ? `${path}?${query}` : path, { method, body, headers: { ...type, ...headers } });
  };
  const signIn = async (role: Role): Promise<string> =>
    expectStatus(await at.call(null, 'auth/sign-in', { body: { email: `${role}@demo.example`, password: PASSWORD } }), 200)['accessToken'] as string;
  const tokenFor = (role: Role, { endsSession }: Scenario): Promise<string> => (endsSession ? signIn(role) : Promise.resolve(at.tokenOf(role)));
  const allOf = (things: Things): From => ({ path: things, query: things, body: things });
  const withheld = (): Operation[] => operations.filter(({ permission }) => permission !== 'public');

  it('is one that the test knows how to ask', () => {
    expect({ unknown, gone: Object.keys(SCENARIOS).filter((name) => !operations.some((one) => one.name === name)) }).toEqual({ unknown: [], gone: [] });
  });

  it('says who may use it', () => {
    expect(operations.filter(({ permission }) => !/^(public|[a-z-]+:[a-z-]+)$/.test(permission)).map(({ name }) => name)).toEqual([]);
  });

  it('is described, and whatever is served below /api/v1 is one of them', () => {
    const served = routesServed(at).filter((route) => !/ \/api\/(docs|openapi\.)/.test(route));
    expect(served).toEqual(operations.map(({ method, route }) => `${method} ${route.replace(/\{(\w+)\}/g, ':$1')}`).sort());
  });

  it('is closed to nobody in particular, to forged tokens, and to those who name a tenant that is not theirs', async () => {
    const open: string[] = [];
    const admin = at.tokenOf('admin');
    const none = allOf(nothingOf('demo'));
    for (const operation of withheld()) {
      const forged = `${admin.slice(0, -6)}AAAAAA`;
      const replies = [await ask(operation, null, none), await ask(operation, forged, none), await ask(operation, admin, none, { 'onmaru-tenant': 'other' })];
      if (operation.method === 'GET') replies.push(await ask({ ...operation, method: 'HEAD' }, null, none));
      if (replies.some(({ status }) => status !== 401)) open.push(`${operation.name}: ${replies.map(({ status }) => status).join(' ')}`);
    }
    expect(open).toEqual([]);
  });

  it('answers those who have its permission, about their own tenant alone, and nobody else; and the page says so', async () => {
    const wrong: string[] = [];
    const rows: Row[] = [];
    for (const operation of operations) rows.push(await row(operation, (what) => wrong.push(`${operation.name}: ${what}`)));
    expect(wrong).toEqual([]);
    const page = accessPage(rows);
    if (process.env['ONMARU_WRITE_DOCS'] === 'on') {
      mkdirSync(dirname(PAGE), { recursive: true });
      writeFileSync(PAGE, page);
    }
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('shows customers nothing of each other', async () => {
    const wrong: string[] = [];
    const ofCases = operations.filter(({ route, permission }) => route.startsWith('/api/v1/cases/{id}') && mayUse('customer', permission));
    for (const operation of ofCases) {
      // Also to somebody who says what they have seen of it: what happened since is none of their business.
      for (const headers of [{}, { 'if-match': '"0"' }] as readonly Readonly<Record<string, string>>[]) {
        const reply = await ask(operation, at.tokenOf('customer'), allOf(neighbours), headers);
        if (reply.status !== 404) wrong.push(`${operation.name} ${JSON.stringify(headers)}: ${reply.status}`);
      }
    }
    const page = await at.as('customer', `cases?customerId=${neighbours.customerId}&limit=100`);
    const seen = (page.json['items'] as { customerId: string }[]).map(({ customerId }) => customerId);
    expect({ wrong, asked: ofCases.length, seen: [...new Set(seen)] }).toEqual({ wrong: [], asked: 4, seen: [own.customerId] });
  });

  const row = async (operation: Operation, blame: (what: string) => void): Promise<Row> => {
    const { name, permission, scenario } = operation;
    const byRole: Record<string, number> = {};
    const strange = new Set<number>();
    for (const role of ROLES) {
      const may = mayUse(role, permission);
      const token = await tokenFor(role, scenario);
      const reply = await ask(operation, token, allOf(may ? own : nothingOf('demo')));
      byRole[role] = reply.status;
      const expected = !may ? reply.status === 403 : scenario.answers ? reply.status === scenario.answers.status : isDone(reply) || (scenario.refusable === true && reply.status === 409);
      if (!expected) blame(`${role} was answered ${reply.status} ${reply.text.slice(0, 120)}`);
      if (isDone(reply) && reply.text.includes(foreign.mark)) blame(`${role} was shown the other tenant`);
      if (!may || permission === 'public') continue;
      for (const place of foreignPlaces(scenario, role)) {
        const trial = await ask(operation, token, { ...allOf(own), [place]: foreign });
        strange.add(trial.status);
        if (!isRefusedOrEmpty(operation, role, place, trial) || (isDone(trial) && trial.text.includes(foreign.mark))) blame(`${role} reached the other tenant by the ${place}: ${trial.status} ${trial.text.slice(0, 120)}`);
      }
    }
    const nobody = (await ask(operation, null, allOf(permission === 'public' ? own : nothingOf('demo')))).status;
    const because = [scenario.answers, scenario.foreign].flatMap((one) => (one ? [one.because] : []));
    return { operation: name, permission, nobody, byRole, foreign: [...strange].sort(), because };
  };
});

/** Where in a request an id of the other tenant can stand. Customers open cases for themselves, whomever they name. */
const foreignPlaces = ({ path, query, sharedPath, namesInBody }: Scenario, role: Role): readonly (keyof From)[] => [
  ...(path && !sharedPath ? (['path'] as const) : []),
  ...(query ? (['query'] as const) : []),
  ...(namesInBody && role !== 'customer' ? (['body'] as const) : []),
];

/** Customers are shown their own cases, whomever they ask for. */
const isRefusedOrEmpty = ({ name, scenario }: Operation, role: Role, place: keyof From, reply: Reply): boolean => {
  if (name === 'POST /api/v1/cases/commands') return reply.text.includes('"outcome":"refused"') && !reply.text.includes('"outcome":"appended"');
  if (place !== 'query') return [404, 422, scenario.foreign?.status].includes(reply.status);
  if (name === 'GET /api/v1/cases' && role === 'customer') return isDone(reply);
  return isDone(reply) && (reply.text === '' || (Array.isArray(reply.json['items']) && (reply.json['items'] as unknown[]).length === 0));
};

/** The routes of the web server itself, whoever brought them; HEAD comes with every GET. */
const routesServed = ({ app }: TestPlatform): readonly string[] => {
  const server = app.getHttpAdapter().getInstance();
  const path: string[] = [];
  const routes = server.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n').flatMap((line) => {
    const found = /^((?:│ {3}|├── |└── | {4})*)(\/?\S+) \(([A-Z, ]+)\)$/.exec(line);
    if (!found) return [];
    const [, indent = '', part = '', methods = ''] = found;
    const depth = indent.length / 4 - 1;
    path.length = depth;
    path[depth] = part;
    return methods.split(', ').filter((method) => method !== 'HEAD').map((method) => `${method} ${path.join('')}`);
  });
  return [...new Set(routes)].sort();
};
