import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { logger } from '@onmaru/service-kit';
import { Onboarding } from '@onmaru/identity/identity.module';
import { platformKey } from '@onmaru/setup/setup.module';
import { startPlatform } from '../src/platform.adapter.js';

export const PASSWORD = 'vier kleine Woerter hier';
export const ROLES = ['customer', 'agent', 'supervisor', 'analyst', 'admin'] as const;
export const TENANTS = ['demo', 'other'] as const;

export type Asked = {
  readonly method?: string;
  /** Sent as JSON, or as it is when it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export type Reply = { readonly status: number; readonly text: string; readonly headers: Headers; readonly json: Readonly<Record<string, unknown>> };

/**
 * Asks the API at `url` over a real connection, as the owner of `token`. Like every program that reads what it wrote,
 * it says how far in the log it has seen.
 */
export const asking = (url: string) => {
  let seen = 0;
  return async (token: string | null, path: string, asked: Asked = {}): Promise<Reply> => {
    const reply = await askAt(url, token, path, { ...asked, headers: { 'onmaru-position': String(seen), ...asked.headers } });
    seen = Math.max(seen, Number(reply.headers.get('onmaru-position') ?? 0));
    return reply;
  };
};

/** Asks like a program that knows nothing of positions. */
export const askingAnew = (url: string) => (token: string | null, path: string, asked: Asked = {}): Promise<Reply> => askAt(url, token, path, asked);

const askAt = async (url: string, token: string | null, path: string, { method, body, headers, signal }: Asked): Promise<Reply> => {
  const isText = typeof body === 'string';
  const response = await fetch(`${url}${path.startsWith('/') ? path : `/api/v1/${path}`}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && !isText && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  const isJson = text !== '' && /[/+]json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, text, headers: response.headers, json: (isJson ? JSON.parse(text) : {}) as Reply['json'] };
};

/** A new folder that PostgreSQL can enter as whoever it runs as. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-platform-'));
  chmodSync(folder, 0o711);
  return folder;
};

type People = ReadonlyMap<string, { readonly id: string; readonly token: string }>;

/** Sees to one person of each role in each tenant, and signs them in. */
const peopleOf = async (onboarding: Onboarding, call: ReturnType<typeof asking>): Promise<People> => {
  const people = new Map<string, { readonly id: string; readonly token: string }>();
  for (const tenant of TENANTS) {
    await onboarding.ensureTenant(tenant, tenant);
    for (const role of ROLES) {
      const email = `${role}@${tenant}.example`;
      const id =
        role === 'customer'
          ? await onboarding.ensureCustomer(tenant, { name: `Guest of ${tenant}`, email, password: PASSWORD, locale: 'en', externalId: 'guest' })
          : await onboarding.ensureStaff(tenant, role, { name: `${role} of ${tenant}`, email, role, capacity: 5, password: PASSWORD });
      const { accessToken } = expectStatus(await call(null, 'auth/sign-in', { body: { email, password: PASSWORD } }), 200);
      people.set(`${role}@${tenant}`, { id, token: accessToken as string });
    }
  }
  return people;
};

/** `key` once it works: it does as soon as the view of the keys has seen it. */
const workingKey = async (key: string, call: ReturnType<typeof asking>): Promise<string> => {
  for (let tried = 0; tried < 200; tried += 1) {
    if ((await call(key, 'me')).status === 200) return key;
    await pause(50);
  }
  throw new Error('The key of the operator does not work');
};

/**
 * A whole platform in this process, on a folder of its own, with one person of each role in two tenants. What contexts
 * tell each other comes twice and in disorder, differently for each `seed`.
 */
export const platform = async ({ folder = newFolder(), seed = 1 }: { readonly folder?: string; readonly seed?: number } = {}) => {
  const lines: string[] = [];
  const kept = logger('debug', { write: (line: string) => void lines.push(line) });
  const data = join(folder, 'data');
  const running = await startPlatform({ data, port: 0, consoleFolder: join(folder, 'web'), logger: kept, shuffle: { seed } });
  const call = asking(running.url);
  const onboarding = running.app.get(Onboarding, { strict: false });
  const people = await peopleOf(onboarding, call).catch(async (error: unknown) => {
    await running.close();
    throw error;
  });
  await running.open();

  let operator: Promise<string> | undefined;
  const operatorKey = (): Promise<string> => (operator ??= platformKey(data, onboarding).then((key) => workingKey(key, call)));
  const person = (who: string) => {
    const found = people.get(who.includes('@') ? who : `${who}@demo`);
    if (!found) throw new Error(`There is no ${who}`);
    return found;
  };
  return {
    ...running,
    folder,
    data,
    lines,
    call,
    onboarding,
    idOf: (who: string): string => person(who).id,
    tokenOf: (who: string): string => person(who).token,
    /** Asks as somebody, such as `agent` (of demo) or `agent@other`. */
    as: (who: string, path: string, asked?: Asked): Promise<Reply> => call(person(who).token, path, asked),
    /** Asks as whoever runs the platform, and throws whatever is not answered with 200. */
    async asOperator(path: string, asked?: Asked, status = 200): Promise<Reply> {
      const reply = await call(await operatorKey(), path, asked);
      expectStatus(reply, status);
      return reply;
    },
    /** Stops it, and leaves its data where they are. */
    stop: () => running.close(),
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type TestPlatform = Awaited<ReturnType<typeof platform>>;

/** The reply's body, which must be of this status. */
export const expectStatus = (reply: Reply, status: number): Reply['json'] => {
  if (reply.status !== status) throw new Error(`${reply.status} instead of ${status}: ${reply.text}`);
  return reply.json;
};
