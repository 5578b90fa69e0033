export const AGENT_PLACE_TAKEN_V1 = 'routing.agent-place-taken.v1';

/** Routing gives an agent a case: one of their places is kept for it. Topic `routing.agent`, key `agent-<agentId>`. */
export type AgentPlaceTakenV1 = {
  /** A staff member. */
  readonly agentId: string;
  readonly caseId: string;
};
