import type { ProblemTexts } from '@onmaru/service-kit';
import type { AgentRefusal } from './agent.js';

/** What people are told when the rules of an agent say no. A new refusal without words does not compile. */
export const AGENT_PROBLEMS = {
  'agent-not-found': { status: 404, en: 'There is no such agent.', ko: '그런 상담원이 없어요.' },
  'agent-not-available': { status: 409, en: 'The agent takes no work at the moment.', ko: '지금 일을 받지 않는 상담원이에요.' },
  'agent-at-capacity': { status: 409, en: 'The agent has as many cases as they can.', ko: '상담원이 맡을 수 있는 사례를 이미 다 맡았어요.' },
  'case-not-routed': { status: 404, en: 'Routing knows no such case. What was imported is never handed out.', ko: '나누어 줄 사례 가운데 없어요. 가져온 사례는 나누어 주지 않아요.' },
} as const satisfies ProblemTexts<AgentRefusal | 'case-not-routed'>;
