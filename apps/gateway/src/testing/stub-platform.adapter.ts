import { migrateLog } from '@onmaru/event-sourcing/postgres';
import { ensureRole, testDatabase } from '@onmaru/local-postgres';
import type { Tracing } from '@onmaru/tracing';
import { pino } from 'pino';
import { startEdge, type Edge } from '../edge.adapter.js';
import { STUB_PROBLEMS, StubCases, StubProblems } from './stub-cases.http.js';
import { StubIdentity, StubJwks } from './stub-identity.http.js';
import { Operated, StubOperations } from './stub-operations.http.js';
import { stubService, type StubService } from './stub-service.adapter.js';

const NAMES = ['identity', 'cases', 'routing'] as const;
type Name = (typeof NAMES)[number];

export type StubPlatform = {
  readonly edge: Edge;
  /** Starts another gateway beside it. */
  readonly another: () => Promise<Edge>;
  readonly services: Readonly<Record<Name, StubService>>;
  readonly operated: Readonly<Record<Name, Operated>>;
  /** Signs in as the role that may append. */
  readonly logAdmin: string;
  /** Signs in as the role of the gateway. */
  readonly logUrl: string;
  /** What the gateway logged. */
  readonly logged: () => readonly Record<string, unknown>[];
  readonly ask: (path: string, asked?: RequestInit & { readonly as?: string }) => Promise<Response>;
  close(): Promise<void>;
};

type Asked = {
  readonly without?: readonly Name[];
  readonly consoleFolder?: string | null;
  /** Where the gateway finds cases, in the place of the one that is there. */
  readonly casesAt?: string;
  /** Whether it waits as long as usual, and not so short that a spec need not. */
  readonly isPatient?: boolean;
  readonly tracing?: Tracing;
};

/** The gateway before three small services, and a log in PostgreSQL that it may only read. */
export const stubPlatform = async ({ without = [], consoleFolder = null, casesAt, isPatient = false, tracing }: Asked = {}): Promise<StubPlatform> => {
  const database = await testDatabase();
  const logUrl = await ensureRole(database.url, 'stub_reader');
  await migrateLog(database.url, { stub_reader: [] });
  const operated = { identity: new Operated('identity', ['staff']), cases: new Operated('cases', ['inbox', 'case']), routing: new Operated('routing', ['queue']) };
  const services = {
    identity: await stubService({ controllers: [StubIdentity, StubJwks, StubOperations], has: [operated.identity], tracing }),
    cases: await stubService({ controllers: [StubCases, StubProblems, StubOperations], has: [operated.cases], problems: STUB_PROBLEMS, tracing }),
    routing: await stubService({ controllers: [StubOperations], has: [operated.routing], tracing }),
  };
  for (const name of without) await services[name].stop();
  const lines: string[] = [];
  const another = () => startEdge({
    host: '127.0.0.1',
    port: 0,
    services: new Map(NAMES.map((name) => [name, name === 'cases' && casesAt !== undefined ? casesAt : services[name].url])),
    logUrl,
    serviceKey: 'x'.repeat(32),
    consoleFolder,
    logger: pino({ level: 'debug' }, { write: (line) => void lines.push(line) }),
    tracing,
    limits: { ...(!isPatient && { connect: 200, head: 600 }), rest: 400, look: 200 },
  });
  const edge = await another();
  return {
    edge,
    another,
    services,
    operated,
    logAdmin: database.url,
    logUrl,
    logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    ask: (path, { as, ...asked } = {}) => fetch(`${edge.url}${path}`, { ...asked, headers: { ...(as !== undefined && { authorization: `Bearer ${as}` }), ...(asked.headers as Record<string, string> | undefined) } }),
    async close() {
      await edge.close();
      for (const name of NAMES) await services[name].stop();
      await database.drop();
    },
  };
};
