export const AGENT_PRESENCE_SET_V1 = 'routing.agent-presence-set.v1';

/** An agent takes work from now on, or does not. Topic `routing.agent`, key `agent-<agentId>`. */
export type AgentPresenceSetV1 = {
  readonly agentId: string;
  readonly presence: 'available' | 'away' | 'offline';
};
