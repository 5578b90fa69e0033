import type { ProblemTexts } from '@onmaru/service-kit';
import type { AgentRefusal } from './agent.js';

/** What people are told when the rules of an agent say no. A new refusal without words does not compile. */
export const AGENT_PROBLEMS = {
  'agent-not-found': { status: 404, en: 'There is no such agent.', ko: '그런 상담원이 없어요.' },
} as const satisfies ProblemTexts<AgentRefusal>;
