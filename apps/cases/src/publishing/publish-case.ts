import {
  CASE_ASSIGNED_V1,
  CASE_CANCELLED_V1,
  CASE_CLOSED_V1,
  CASE_HELD_V1,
  CASE_OPENED_V1,
  CASE_PRIORITISED_V1,
  CASE_REOPENED_V1,
  CASE_RESOLVED_V1,
  CASE_RESUMED_V1,
  CASE_TOPIC,
  CASE_TRANSFERRED_V1,
  CASE_UNASSIGNED_V1,
  type CaseNews,
} from '@onmaru/contracts';
import { decode, idOf, isTold, type StoredEvent } from '@onmaru/event-sourcing';
import { caseEvents, cases } from '../case/case.js';

/** What others see of a case: where it stands. What was said in it is nobody else's business. */
export const publishCase = (stored: StoredEvent): CaseNews | null => {
  const event = decode(cases.events, stored);
  if (!isTold(caseEvents, event)) return null;
  const caseId = idOf(stored);
  switch (event.type) {
    case 'CaseOpened':
      return { type: CASE_OPENED_V1, data: { caseId, queueId: event.data.queueId, priority: event.data.priority } };
    case 'CasePrioritised':
      return { type: CASE_PRIORITISED_V1, data: { caseId, priority: event.data.priority } };
    case 'CaseTransferred':
      return { type: CASE_TRANSFERRED_V1, data: { caseId, queueId: event.data.queueId } };
    case 'CaseAssigned':
      return { type: CASE_ASSIGNED_V1, data: { caseId, assigneeId: event.data.assigneeId } };
    case 'CaseUnassigned':
      return { type: CASE_UNASSIGNED_V1, data: { caseId } };
    case 'CaseHeld':
      return { type: CASE_HELD_V1, data: { caseId, reason: event.data.reason } };
    case 'CaseResumed':
      return { type: CASE_RESUMED_V1, data: { caseId } };
    case 'CaseResolved':
      return { type: CASE_RESOLVED_V1, data: { caseId } };
    case 'CaseClosed':
      return { type: CASE_CLOSED_V1, data: { caseId } };
    case 'CaseReopened':
      return { type: CASE_REOPENED_V1, data: { caseId } };
    case 'CaseCancelled':
      return { type: CASE_CANCELLED_V1, data: { caseId } };
  }
};

/** Everything that cases tell other contexts, by topic. */
export const casesPublications = [{ topic: CASE_TOPIC.name, category: cases.category, publish: publishCase }] as const;
