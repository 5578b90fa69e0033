import type { ProblemText } from '@onmaru/service-kit';
import type { TenantRefusal } from './tenant.js';

/** What people are told when the rules of a tenant say no. A new refusal without words does not compile. */
export const TENANT_REFUSALS: Readonly<Record<TenantRefusal, ProblemText>> = {
  'tenant-exists': { status: 409, en: 'There is a tenant of that name already.', ko: '이미 있는 테넌트 이름이에요.' },
};
