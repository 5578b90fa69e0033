import { setTimeout as pause } from 'node:timers/promises';
import { asking, type Asking } from '../load/asking.js';
import type { Colleagues } from '../load/case-work.js';
import type { Platform } from './platform.js';

/** A tenant with people, customers and queues, and a program that may do what agents do. */
export type Tenant = Colleagues & { readonly name: string; /** Of a program that may do what agents do. */ readonly key: string; readonly ask: Asking; /** Whose commands they are. */ readonly actor: string; readonly customers: readonly string[] };

const PATIENCE = 60_000;
const CAPACITY = 3;
const QUEUES = ['Mobile', 'Billing', '온라인'];

const asked = async (ask: Asking, path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
  const { answered } = await ask({ path, body, headers: { 'idempotency-key': crypto.randomUUID() } }, PATIENCE);
  if (!answered || answered.status >= 300) throw new Error(`${path}: ${JSON.stringify(answered)}`);
  return answered.body;
};

/** Makes a tenant, and waits until cases have heard of everybody in it. */
export const newTenant = async ({ url, operator }: Platform, name: string, size: { readonly agents: number; readonly customers: number }): Promise<Tenant> => {
  await asked(asking(url, operator), 'tenants', { name, slug: name, adminEmail: `admin@${name}.example` });
  const admin = asking(url, operator, name);
  const idOf = async (path: string, body: object): Promise<string> => (await asked(admin, path, body))['id'] as string;
  const { id: actor, key } = (await asked(admin, 'api-keys', { name: 'faults', role: 'agent' })) as { readonly id: string; readonly key: string };
  for (const queue of QUEUES) await idOf('queues', { name: queue });
  const agents: string[] = [];
  for (let n = 1; n <= size.agents; n += 1) agents.push(await idOf('staff', { name: `Agent ${n}`, role: 'agent', capacity: CAPACITY }));
  for (const agent of agents) await present(admin, agent);
  const customers: string[] = [];
  for (let n = 1; n <= size.customers; n += 1) customers.push(await idOf('customers', { name: `Customer ${n}`, locale: 'ko' }));
  return { name, key, ask: asking(url, key), actor, agents, queues: QUEUES, customers };
};

/** Routing hears of new staff after a moment. */
const present = async (admin: Asking, agent: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    const { answered } = await admin({ path: `staff/${agent}/presence`, body: { presence: 'available' } }, PATIENCE);
    if (answered?.status === 200) return;
    if (tries === 50) throw new Error(`Nobody knows ${agent}: ${JSON.stringify(answered)}`);
    await pause(200);
  }
};
