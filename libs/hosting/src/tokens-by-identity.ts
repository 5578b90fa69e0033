import { createHash } from 'node:crypto';
import type { Actor } from '@onmaru/event-sourcing';
import { Remembered, type Caller, type Role, type TokenVerifier } from '@onmaru/service-kit';
import { askIdentity, type IdentityDoor } from './identity-door.js';

type Introspected = { readonly caller: { readonly tenant: string; readonly role: Role; readonly actorKind: Actor['kind']; readonly actorId: string } | null };

/** Who a token speaks for, as identity says, which is remembered for a few seconds. */
export const tokensByIdentity = (door: IdentityDoor): TokenVerifier => {
  const known = new Remembered<Caller>();
  return {
    async verify(token, tenant) {
      const name = createHash('sha256').update(`${tenant ?? ''}\u0000${token}`).digest('base64');
      const remembered = known.get(name);
      if (remembered) return remembered;
      const keep = known.asking();
      const { caller } = await askIdentity<Introspected>(door, 'introspect', { token, ...(tenant !== undefined && { tenant }) });
      if (!caller) return null;
      const found = { tenant: caller.tenant, role: caller.role, actor: { kind: caller.actorKind, id: caller.actorId } };
      keep(name, found);
      return found;
    },
  };
};
