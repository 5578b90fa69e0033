import { callerOf } from './caller.adapter.js';
import { platform } from './platform.adapter.js';
import type { IdentityPorts } from '../identity.module.js';

export const PASSWORD = 'four small words here';
const ROLES = ['admin', 'supervisor', 'analyst', 'agent'] as const;

/** A platform with two tenants, `demo` and `other`, each with one staff member of every role and one customer. For specs. */
export const demo = async (more: Partial<IdentityPorts> = {}) => {
  const at = await platform(more);
  const { call, signIn } = callerOf(at.app);
  const tokens: Record<string, string> = {};
  for (const tenant of ['demo', 'other']) {
    await at.onboarding.ensureTenant(tenant, tenant);
    for (const role of ROLES) {
      const email = `${role}@${tenant}.example`;
      await at.onboarding.ensureStaff(tenant, role, { name: `${role} of ${tenant}`, email, role, password: PASSWORD });
      tokens[`${role}@${tenant}`] = await signIn(email, PASSWORD);
    }
    const email = `customer@${tenant}.example`;
    await at.onboarding.ensureCustomer(tenant, { name: '고객님', email, password: PASSWORD, locale: 'ko', externalId: 'guest' });
    tokens[`customer@${tenant}`] = await signIn(email, PASSWORD);
  }
  return { ...at, call, signIn, as: (who: string): string => tokens[who] ?? '' };
};

export type Demo = Awaited<ReturnType<typeof demo>>;
