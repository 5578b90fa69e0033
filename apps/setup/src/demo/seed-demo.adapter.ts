import type { Onboarding } from '@onmaru/identity/identity.module';
import { PLATFORM } from '@onmaru/service-kit';
import { DEMO_CASES, THE_AGENT, type DemoCase } from './demo-cases.js';
import { DEMO_CUSTOMER, DEMO_OPERATOR, DEMO_OTHERS, DEMO_QUEUES, DEMO_STAFF, DEMO_TENANT, emailOf } from './demo-people.js';

type Session = { readonly id: string; readonly token: string };

/** A request of the API, and how it was answered. */
export type Request = { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: object; readonly headers?: Readonly<Record<string, string>> };
export type Ask = (request: Request) => Promise<{ readonly statusCode: number; readonly body: string }>;

/** Fills the demo tenant through the same doors as everybody; what is there already stays as it is. */
export const seedDemo = async (onboarding: Onboarding, asked: Ask, password: string): Promise<void> => {
  await onboarding.ensureTenant(DEMO_TENANT, '데모 Demo');
  const staff = await Promise.all(
    DEMO_STAFF.map(async ({ who, name, role, capacity }) => {
      const id = await onboarding.ensureStaff(DEMO_TENANT, who, { name, email: emailOf(who), role, capacity, password });
      return [who, id] as const;
    }),
  );
  const customerId = await onboarding.ensureCustomer(DEMO_TENANT, { name: DEMO_CUSTOMER.name, locale: DEMO_CUSTOMER.locale, email: emailOf('customer'), password, externalId: 'demo-customer' });
  await onboarding.ensureStaff(PLATFORM, `demo ${DEMO_OPERATOR.who}`, { name: DEMO_OPERATOR.name, email: emailOf(DEMO_OPERATOR.who), role: 'admin', password });
  const door = doorOf(asked);
  const ids = new Map<string, string>([...staff, ['customer', customerId]]);
  const sessions = new Map<string, Promise<Session>>();
  const as = (who: string): Promise<Session> => {
    const session = sessions.get(who) ?? door.signIn(emailOf(who), password).then((token) => ({ id: ids.get(who) as string, token }));
    sessions.set(who, session);
    return session;
  };
  const last = DEMO_CASES.at(-1) as DemoCase;
  const there = await door.get<{ items: readonly unknown[] }>(await as('supervisor'), `/api/v1/cases?externalId=${externalId(last)}&limit=1`);
  if (there.items.length > 0) return;
  for (const name of DEMO_QUEUES) await door.post(await as('admin'), '/api/v1/queues', { name }, `queue ${name}`);
  const customers = new Map<string, string>([['customer', customerId]]);
  for (const { ref, name, locale } of DEMO_OTHERS) {
    const { id } = await door.post<{ id: string }>(await as('agent'), '/api/v1/customers', { name, locale, externalId: `demo-${ref}` }, `customer ${ref}`);
    customers.set(ref, id);
  }
  for (const one of DEMO_CASES) await live(door, as, one, customers.get(one.customer) as string);
};

const externalId = ({ ref }: DemoCase): string => `demo-${ref}`;

const live = async (door: Door, as: (who: string) => Promise<Session>, one: DemoCase, customerId: string): Promise<void> => {
  const opener = await as(one.customer === 'customer' ? 'customer' : 'agent');
  const agent = await as('agent');
  const body = { ...one.open, externalId: externalId(one), ...(one.customer !== 'customer' && { customerId }) };
  const { id } = await door.post<{ id: string }>(opener, '/api/v1/cases', body, `open ${one.ref}`);
  for (const [place, { who, verb, body: said }] of one.acts.entries()) {
    const filled = said && Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value === THE_AGENT ? agent.id : value]));
    await door.post(await as(who), `/api/v1/cases/${id}/${verb}`, filled, `${one.ref} ${place}`);
  }
};

type Door = ReturnType<typeof doorOf>;

const doorOf = (asked: Ask) => {
  const ask = async <T>(request: Request): Promise<T> => {
    const { statusCode, body } = await asked(request);
    if (statusCode >= 300) throw new Error(`The demo could not be seeded: ${statusCode} ${body}`);
    return JSON.parse(body) as T;
  };
  return {
    signIn: async (email: string, password: string) =>
      (await ask<{ accessToken: string }>({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email, password } })).accessToken,
    get: <T>({ token }: Session, url: string) => ask<T>({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } }),
    post: <T>({ token }: Session, url: string, payload: object | undefined, key: string) =>
      ask<T>({ method: 'POST', url, ...(payload && { payload }), headers: { authorization: `Bearer ${token}`, 'idempotency-key': `demo ${Buffer.from(key).toString('base64url')}` } }),
  };
};
