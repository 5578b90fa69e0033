export const AGENT_CAPACITY_SET_V1 = 'routing.agent-capacity-set.v1';

/** An agent can have this many cases at once from now on. Topic `routing.agent`, key `agent-<agentId>`. */
export type AgentCapacitySetV1 = {
  readonly agentId: string;
  readonly capacity: number;
};
