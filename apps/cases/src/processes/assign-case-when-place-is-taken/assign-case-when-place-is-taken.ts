import type { AgentPlaceTakenV1 } from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';
import type { HandOutCase } from '../../case/hand-out-case/hand-out-case.js';

/** That routing keeps one of an agent's places for a case, and since when. */
export type PlaceNews = { readonly time: Instant; readonly data: AgentPlaceTakenV1 };

/** Whoever has a place for the case gets it. */
export const assignCase = ({ time: at, data: { agentId } }: PlaceNews): HandOutCase => ({ type: 'HandOutCase', at, data: { assigneeId: agentId } });
