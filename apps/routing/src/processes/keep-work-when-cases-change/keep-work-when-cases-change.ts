import type { CaseNews } from '@onmaru/contracts';
import type { Instant } from '@onmaru/time';
import type { Work } from '../../work/work.js';

/** What cases say of one of theirs, where it stands in the log, and when it happened. */
export type WorkNews = CaseNews & { readonly tenant: string; readonly position: number; readonly time: Instant };

/** The work that a case is after what was told of it; null while it is none: history of another system is never handed out. */
export const workAfter = (work: Work | null, news: WorkNews): Work | null => {
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
