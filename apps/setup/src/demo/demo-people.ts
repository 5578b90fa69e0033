/** Who is in the demo tenant; their addresses end in `@demo.onmaru.example`. */
export const DEMO_TENANT = 'demo';

export const emailOf = (who: string): string => `${who}@demo.onmaru.example`;

export const DEMO_STAFF = [
  { who: 'admin', name: '오세훈', role: 'admin', capacity: 5 },
  { who: 'supervisor', name: 'Grace Moon', role: 'supervisor', capacity: 5 },
  { who: 'agent', name: '한지민', role: 'agent', capacity: 5 },
  { who: 'analyst', name: 'Noah Park', role: 'analyst', capacity: 5 },
] as const;

/** Runs the platform, and belongs to no tenant of it. */
export const DEMO_OPERATOR = { who: 'operator', name: '유하린' } as const;

export const DEMO_CUSTOMER = { who: 'customer', name: '김서연', locale: 'ko' } as const;

/** Customers who have no sign-in. */
export const DEMO_OTHERS = [
  { ref: 'doyun', name: '박도윤', locale: 'ko' },
  { ref: 'haeun', name: '이하은', locale: 'ko' },
  { ref: 'emma', name: 'Emma Clarke', locale: 'en' },
  { ref: 'liam', name: 'Liam O’Brien', locale: 'en' },
] as const;

export const DEMO_QUEUES = ['청구 Billing', '네트워크 Network', '계정 Access'] as const;
