import { later, seconds, type Clock, type Duration, type Instant } from '@onmaru/time';
import type { Keys } from './keys.js';

type Held = { readonly key: Uint8Array; readonly until: Instant };

const LIMIT = 50_000;

/**
 * Remembers keys to open with for `ttl`, so that a page does not ask for them again, and an erased one is dropped soon.
 * That a subject has none is not remembered, and keys to seal with are always asked for: what is sealed with a key
 * that was just erased would be lost.
 */
export const cachedKeys = (keys: Keys, clock: Clock, ttl: Duration = seconds(30)): Keys => {
  const held = new Map<string, Held>();
  const nameOf = (tenant: string, subject: string): string => `${tenant}/${subject}`;

  const remember = (tenant: string, found: ReadonlyMap<string, Uint8Array>, asked: Instant): void => {
    if (held.size > LIMIT) held.clear();
    const until = later(asked, ttl);
    for (const [subject, key] of found) held.set(nameOf(tenant, subject), { key, until });
  };

  const toOpen = async (tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const now = clock.now();
    const known = new Map<string, Uint8Array>();
    const missing: string[] = [];
    for (const subject of subjects) {
      const name = nameOf(tenant, subject);
      const found = held.get(name);
      if (found && now < found.until) known.set(subject, found.key);
      else {
        held.delete(name);
        missing.push(subject);
      }
    }
    if (missing.length === 0) return known;
    const fetched = await keys.toOpen(tenant, missing);
    remember(tenant, fetched, now);
    return new Map([...known, ...fetched]);
  };
  return { toOpen, toSeal: (tenant, subjects) => keys.toSeal(tenant, subjects) };
};
