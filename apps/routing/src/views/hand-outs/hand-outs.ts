import { idOf, type Recorded } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { AgentEvent, FreedBecause, Happened } from '../../agent/agent.js';

/** One decision of routing: why this case, why this agent, and what became of it. */
export type HandOut = Omit<Happened<'AgentPlaceTaken'>['data'], 'caseId'> & {
  readonly position: number;
  readonly decidedAt: Instant;
  readonly freedAt: Instant | null;
  readonly freedBecause: FreedBecause | null;
};

/** Whom routing gave a case, the newest decision first. `holderId` has a place for it now, since `takenPosition`. */
export type HandOuts = {
  readonly tenant: string;
  readonly caseId: string;
  readonly holderId: string | null;
  readonly takenPosition: number;
  readonly decisions: readonly HandOut[];
  readonly position: number;
};

/** Decisions that are shown of a case. */
const KEPT = 20;

export const foldHandOuts = (row: HandOuts | null, event: Recorded<AgentEvent, 'tenant' | 'stream' | 'position'>): HandOuts | null => {
  const { tenant, position, occurredAt } = event;
  const agentId = idOf(event);
  if (event.type === 'AgentPlaceTaken') {
    const { caseId, ...why } = event.data;
    const decision: HandOut = { ...why, position, decidedAt: occurredAt, freedAt: null, freedBecause: null };
    return { tenant, caseId, holderId: agentId, takenPosition: position, decisions: [decision, ...(row?.decisions ?? [])].slice(0, KEPT), position };
  }
  if (event.type !== 'AgentPlaceFreed' || row === null) return row;
  const { because } = event.data;
  const mine = row.decisions.findIndex(({ chosen, freedAt }) => chosen.agentId === agentId && freedAt === null);
  const decisions = row.decisions.map((decision, n) => (n === mine ? { ...decision, freedAt: occurredAt, freedBecause: because } : decision));
  return { ...row, holderId: row.holderId === agentId ? null : row.holderId, decisions, position };
};
