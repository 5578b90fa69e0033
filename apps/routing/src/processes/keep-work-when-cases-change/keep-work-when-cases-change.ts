import type {
  CaseAssignedV1,
  CaseCancelledV1,
  CaseClosedV1,
  CaseHeldV1,
  CaseOpenedV1,
  CasePrioritisedV1,
  CaseReopenedV1,
  CaseResolvedV1,
  CaseResumedV1,
  CaseTransferredV1,
  CaseUnassignedV1,
} from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';
import type { Work } from '../../work/work.js';

type Told<Type extends string, Data> = { readonly type: `cases.${Type}.v1`; readonly data: Data };

/** What cases say of one of theirs, where it stands in the log, and when it happened. */
export type CaseNews = { readonly tenant: string; readonly position: number; readonly time: Instant } & (
  | Told<'case-opened', CaseOpenedV1>
  | Told<'case-prioritised', CasePrioritisedV1>
  | Told<'case-transferred', CaseTransferredV1>
  | Told<'case-assigned', CaseAssignedV1>
  | Told<'case-unassigned', CaseUnassignedV1>
  | Told<'case-held', CaseHeldV1>
  | Told<'case-resumed', CaseResumedV1>
  | Told<'case-resolved', CaseResolvedV1>
  | Told<'case-closed', CaseClosedV1>
  | Told<'case-reopened', CaseReopenedV1>
  | Told<'case-cancelled', CaseCancelledV1>
);

/** The work that a case is after what was told of it; null while it is none: history of another system is never handed out. */
export const workAfter = (work: Work | null, news: CaseNews): Work | null => {
  const { tenant, position, time } = news;
  if (news.type === 'cases.case-opened.v1') {
    const { caseId, queueId, priority } = news.data;
    return { tenant, caseId, queueId, priority, openedAt: time, state: 'open', assigneeId: null, returnedBy: null, waitsFrom: position };
  }
  if (work === null) return null;
  switch (news.type) {
    case 'cases.case-prioritised.v1':
      return { ...work, priority: news.data.priority };
    case 'cases.case-transferred.v1':
      return { ...work, queueId: news.data.queueId, returnedBy: null };
    case 'cases.case-assigned.v1':
      return { ...work, assigneeId: news.data.assigneeId, returnedBy: null };
    case 'cases.case-unassigned.v1':
      return { ...work, assigneeId: null, returnedBy: work.assigneeId, waitsFrom: position };
    case 'cases.case-held.v1':
      return { ...work, state: 'on-hold' };
    case 'cases.case-resumed.v1':
      return { ...work, state: 'open' };
    case 'cases.case-reopened.v1':
      return { ...work, state: 'open', waitsFrom: position };
    case 'cases.case-resolved.v1':
    case 'cases.case-closed.v1':
    case 'cases.case-cancelled.v1':
      return { ...work, state: 'done' };
  }
};
