import type { Me } from '../api/types.js';

/** The tenant of those who run the platform: its people see how all of it stands, and nothing of a tenant. */
const PLATFORM = 'platform';

/** What there is to do for somebody who belongs to no tenant. */
const CONCERNS_ALL = /^(?:operations|event|me):/;

export const runsPlatform = ({ tenant }: Pick<Me, 'tenant'>): boolean => tenant === PLATFORM;

/** Whether a screen offers something to somebody; what is refused is decided by the server. */
export const mayUse = (me: Pick<Me, 'tenant' | 'permissions'>, permission: string): boolean => {
  if (runsPlatform(me) && !CONCERNS_ALL.test(permission)) return false;
  return me.permissions.includes(permission) || me.permissions.includes(permission.replace(/:.*$/, ':*'));
};
