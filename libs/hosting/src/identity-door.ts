import { Problem } from '@onmaru/service-kit';

/** Where identity is, and the key by which it knows the other services. */
export type IdentityDoor = { readonly url: string; readonly serviceKey: string };

/** How long identity may think, in milliseconds. */
const PATIENCE = 2000;

const UNAVAILABLE = { 'retry-after': '1' };

/**
 * Asks identity, at a door that it has for services. Throws the problem `tenant-not-found`, and `unavailable` when it
 * answers anything else than what was asked, or not at all.
 */
export const askIdentity = async <T>({ url, serviceKey }: IdentityDoor, path: string, body: object): Promise<T> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${serviceKey}` };
  try {
    const response = await fetch(`${url}/api/v1/service/${path}`, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return (await response.json()) as T;
    if (response.status === 404 && ((await response.json()) as { code?: string } | null)?.code === 'tenant-not-found') throw new Problem('tenant-not-found');
    throw new Error(`identity answered ${response.status}`);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw Object.assign(new Problem('unavailable', {}, UNAVAILABLE), { cause });
  }
};
