import { STAFF_DISABLED_V1, STAFF_ENABLED_V1, STAFF_HIRED_V1, type STAFF_ROLE_CHANGED_V1, type StaffNews } from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';
import type { Agent, Decision } from '../../agent/agent.js';
import { joinAgent } from '../../agent/join-agent/join-agent.js';
import { leaveAgent } from '../../agent/leave-agent/leave-agent.js';

/** What identity says of who may work, and when it happened. */
export type HiringNews = Exclude<StaffNews, { type: typeof STAFF_ROLE_CHANGED_V1 }> & { readonly time: Instant };

/** Whoever is hired can be given work, and nobody who is disabled. */
export const keepAgents = ({ time: at, type, data }: HiringNews, current: Agent): Decision<'AgentJoined' | 'AgentLeft'> => {
  switch (type) {
    case STAFF_HIRED_V1:
      return joinAgent({ at, data: { capacity: data.capacity } }, current);
    case STAFF_DISABLED_V1:
      return leaveAgent({ at, data: {} }, current);
    case STAFF_ENABLED_V1:
      return joinAgent({ at, data: { capacity: null } }, current);
  }
};
