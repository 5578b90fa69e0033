export const PASSWORD = 'a floor for everybody';

export const people = [
  { id: 'u-jimin', role: 'agent', name: '한지민', email: 'agent@demo.onmaru.example' },
  { id: 'u-lead', role: 'supervisor', name: '문가영', email: 'supervisor@demo.onmaru.example' },
  { id: 'u-ana', role: 'analyst', name: '오세훈', email: 'analyst@demo.onmaru.example' },
  { id: 'u-admin', role: 'admin', name: '박결제', email: 'admin@demo.onmaru.example' },
  { id: 'c-seoyeon', role: 'customer', name: '김서연', email: 'customer@demo.onmaru.example' },
];

const STAFF = ['case:read', 'customer:read', 'customer:register', 'staff:read', 'queue:read', 'policy:read', 'event:follow', 'case:open', 'staff:set-presence'];

export const permissionsOf = (role: string): string[] =>
  role === 'customer'
    ? ['case:read', 'case:open']
    : role === 'admin'
      ? [...STAFF, 'customer:erase', 'staff:hire', 'queue:open', 'policy:draft', 'policy:publish', 'api-key:read', 'api-key:issue']
      : role === 'analyst'
        ? STAFF.filter((each) => !/open|register|presence/.test(each))
        : STAFF;

export const customers = [
  { id: 'c-seoyeon', name: '김서연', email: 'seoyeon@hanbit.example', phone: '010-1234-5678', locale: 'ko', externalId: null, registeredAt: '2025-11-02T01:00:00Z', erasedAt: null as string | null },
  ...['박도윤', '이하은', '정민준', '최지우', '강예린', '윤시우', '임수아', 'Ada Park', 'Tom Reed'].map((name, n) => ({
    id: `c-${n}`, name, email: `c${n}@mirae.example`, phone: null as string | null, locale: n > 6 ? 'en' : 'ko', externalId: n === 3 ? 'Caller 2403' : null, registeredAt: '2025-12-02T01:00:00Z', erasedAt: null as string | null,
  })),
];
export const queues = ['청구', '네트워크', '계정·권한', 'Group 70'].map((name, n) => ({ id: `q-${n}`, name }));
export const policies = [
  { version: 3, matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 336, effectiveFrom: null as string | null, publishedAt: null as string | null, inForce: false },
  { version: 2, matrix: [[1, 1, 2], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 240, effectiveFrom: '2026-01-01T00:00:00Z', publishedAt: '2025-12-20T00:00:00Z', inForce: true },
  { version: 1, matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 336, effectiveFrom: '1970-01-01T00:00:00.000Z', publishedAt: '1970-01-01T00:00:00.000Z', inForce: false },
];
export const apiKeys: { id: string; name: string; role: string }[] = [{ id: 'k1', name: '야간 보고서', role: 'analyst' }];
