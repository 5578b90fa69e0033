import type { ProblemTexts } from '@onmaru/service-kit';

/** What people are told when they name somebody, or something, that nobody has told us of. */
export const DIRECTORY_PROBLEMS = {
  'queue-unknown': { status: 422, en: 'There is no queue "{named}". Open it first.', ko: '"{named}" 대기열이 없어요. 먼저 만들어 주세요.' },
  'staff-unknown': { status: 422, en: 'There is no member of staff "{named}".', ko: '"{named}" 직원이 없어요.' },
  'customer-unknown': { status: 422, en: 'There is no customer "{named}". Register them first.', ko: '"{named}" 고객이 없어요. 먼저 등록해 주세요.' },
} as const satisfies ProblemTexts;
