import type { AgentPlaceTakenV1 } from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';
import type { Case, Decision } from '../../case/case.js';
import { handOutCase } from '../../case/hand-out-case/hand-out-case.js';

/** That routing keeps one of an agent's places for a case, and since when. */
export type PlaceNews = { readonly time: Instant; readonly data: AgentPlaceTakenV1 };

/** Whoever has a place for the case gets it. */
export const assignWhenPlaceIsTaken = ({ time: at, data: { agentId: assigneeId } }: PlaceNews, current: Case): Decision<'CaseAssigned'> =>
  handOutCase({ at, data: { assigneeId } }, current);
