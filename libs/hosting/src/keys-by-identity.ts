import { gatheredKeys, type Keys } from '@onmaru/event-sourcing';
import { askIdentity, type IdentityDoor } from './identity-door.js';

/** Subjects that are asked for at once. */
const MOST = 10_000;

/** The keys to personal data, which identity hands out. */
export const keysByIdentity = (door: IdentityDoor): Keys => {
  const ask = async (verb: 'open' | 'make', tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const found = new Map<string, Uint8Array>();
    for (let from = 0; from < subjects.length; from += MOST) {
      const { keys } = await askIdentity<{ readonly keys: Readonly<Record<string, string>> }>(door, `subject-keys/${verb}`, { tenant, subjects: subjects.slice(from, from + MOST) });
      for (const [subject, key] of Object.entries(keys)) found.set(subject, Buffer.from(key, 'base64'));
    }
    return found;
  };
  return gatheredKeys({ toOpen: (tenant, subjects) => ask('open', tenant, subjects), toSeal: (tenant, subjects) => ask('make', tenant, subjects) });
};
