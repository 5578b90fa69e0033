import { randomBytes } from 'node:crypto';
import type { Keys } from './keys.js';

/** Keys in memory, for specs and simulation. `erase` forgets a subject for good. */
export type InMemoryKeys = Keys & { erase(tenant: string, subject: string): void };

export const inMemoryKeys = (): InMemoryKeys => {
  const held = new Map<string, Uint8Array>();
  const erased = new Set<string>();
  const nameOf = (tenant: string, subject: string): string => `${tenant}/${subject}`;

  const toOpen = (tenant: string, subjects: readonly string[]): Map<string, Uint8Array> =>
    new Map(subjects.flatMap((subject) => {
      const key = held.get(nameOf(tenant, subject));
      return key ? [[subject, key] as const] : [];
    }));

  const make = (name: string): void => {
    if (!held.has(name) && !erased.has(name)) held.set(name, randomBytes(32));
  };

  return {
    toOpen: async (tenant, subjects) => toOpen(tenant, subjects),
    toSeal: async (tenant, subjects) => {
      subjects.forEach((subject) => make(nameOf(tenant, subject)));
      return toOpen(tenant, subjects);
    },
    erase: (tenant, subject) => {
      held.delete(nameOf(tenant, subject));
      erased.add(nameOf(tenant, subject));
    },
  };
};
