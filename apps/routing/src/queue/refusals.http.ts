import type { ProblemTexts } from '@onmaru/service-kit';
import type { QueueRefusal } from './queue.js';

/** What people are told when the rules of a queue say no. A new refusal without words does not compile. */
export const QUEUE_PROBLEMS = {
  'queue-not-found': { status: 404, en: 'There is no such queue.', ko: '그런 대기열이 없어요.' },
  'queue-name-taken': { status: 409, en: 'There is a queue of that name already.', ko: '이미 있는 대기열 이름이에요.' },
} as const satisfies ProblemTexts<QueueRefusal | 'queue-not-found'>;
