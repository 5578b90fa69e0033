import { client } from './client.js';
import type { ClientParts } from './client-parts.js';
import type { Tenant } from '../ground/tenants.js';

export type Work = Omit<ClientParts, 'name' | 'tenant'> & { readonly tenants: readonly Tenant[]; /** How many work at once in each of them. */ readonly clients: number };

/** Lets clients work in every tenant until `stop` aborts; resolves when each has been answered what it asked last. */
export const work = async ({ tenants, clients, from, ...parts }: Work, stop: AbortSignal): Promise<void> => {
  const all = tenants.flatMap((tenant) => Array.from({ length: clients }, (_, n) => ({ ...parts, tenant, name: `${tenant.name} ${n}` })));
  await Promise.all(all.map((one) => client({ ...one, from: from.of(one.name) }, stop)));
};
