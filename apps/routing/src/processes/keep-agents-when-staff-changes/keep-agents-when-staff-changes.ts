import { STAFF_DISABLED_V1, STAFF_ENABLED_V1, STAFF_HIRED_V1, type StaffDisabledV1, type StaffEnabledV1, type StaffHiredV1 } from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';
import type { Agent, Decision } from '../../agent/agent.js';
import { joinAgent } from '../../agent/join-agent/join-agent.js';
import { leaveAgent } from '../../agent/leave-agent/leave-agent.js';

/** What identity says of a staff member, and when it happened. */
export type StaffNews = { readonly time: Instant } & (
  | { readonly type: typeof STAFF_HIRED_V1; readonly data: StaffHiredV1 }
  | { readonly type: typeof STAFF_DISABLED_V1; readonly data: StaffDisabledV1 }
  | { readonly type: typeof STAFF_ENABLED_V1; readonly data: StaffEnabledV1 }
);

/** Whoever is hired can be given work, and nobody who is disabled. */
export const keepAgents = ({ time: at, type, data }: StaffNews, current: Agent): Decision<'AgentJoined' | 'AgentLeft'> => {
  switch (type) {
    case STAFF_HIRED_V1:
      return joinAgent({ at, data: { capacity: data.capacity } }, current);
    case STAFF_DISABLED_V1:
      return leaveAgent({ at, data: {} }, current);
    case STAFF_ENABLED_V1:
      return joinAgent({ at, data: { capacity: null } }, current);
  }
};
