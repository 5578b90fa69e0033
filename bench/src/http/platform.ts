import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@onmaru/local-postgres';
import { server } from './server.js';

const TENANT = 'bench';

/** A whole platform as `npm start` starts it, on a folder of its own, with a program that may do what agents do, and customers. */
export type Platform = {
  readonly url: string;
  /** The API key of the program. */
  readonly token: string;
  readonly customers: readonly string[];
  /** The key of whoever runs it. */
  readonly operator: string;
  /** Where whoever owns the folder can look into its database. */
  readonly database: string;
  /** What the command line is told of it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly pid: number;
  stop(): Promise<void>;
};

type Ask = (path: string, body: object) => Promise<Readonly<Record<string, string>>>;

const asking = (url: string, token: string, tenant?: string): Ask => async (path, body) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(tenant !== undefined && { 'onmaru-tenant': tenant }) };
  const response = await fetch(`${url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Readonly<Record<string, string>>;
};

const databaseOf = (data: string): string => {
  const folder = join(data, 'postgres');
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  return `postgres://onmaru:${encodeURIComponent(readFileSync(join(folder, 'onmaru.password'), 'utf8'))}@127.0.0.1:${port}/onmaru`;
};

/** Waits until cases have heard of a customer. */
const heardOf = async (ask: Ask, customerId: string): Promise<void> => {
  const body = { customerId, subject: 'The first', description: 'The first case of all', channel: 'phone' };
  for (let tried = 1; ; tried += 1) {
    try {
      await ask('cases', body);
      return;
    } catch (error) {
      if (tried === 20) throw error;
      await pause(100);
    }
  }
};

export const platform = async (customers: number): Promise<Platform> => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-bench-http-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const url = `http://127.0.0.1:${await freePort()}`;
  const environment = { ONMARU_PORT: new URL(url).port, ONMARU_DATA: data };
  const running = await server('apps/standalone/src/main.ts', `${url}/readyz`, { ...environment, ONMARU_DEMO: 'off' });
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const operator = readFileSync(join(data, 'platform-key'), 'utf8').trim();
    await asking(url, operator)('tenants', { name: 'Bench', slug: TENANT, adminEmail: 'admin@bench.example' });
    const admin = asking(url, operator, TENANT);
    const { key } = await admin('api-keys', { name: 'bench', role: 'agent' });
    const ask = asking(url, key as string);
    const ids: string[] = [];
    for (let n = 1; n <= customers; n += 1) ids.push((await ask('customers', { name: `Customer ${n}`, locale: 'ko' }))['id'] as string);
    await heardOf(ask, ids.at(-1) as string);
    return { url, token: key as string, customers: ids, operator, database: databaseOf(data), environment, pid: running.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
