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
  CASE_TRANSFERRED_V1,
  CASE_UNASSIGNED_V1,
  type CaseAssignedV1,
  type CaseCancelledV1,
  type CaseClosedV1,
  type CaseHeldV1,
  type CaseOpenedV1,
  type CasePrioritisedV1,
  type CaseReopenedV1,
  type CaseResolvedV1,
  type CaseResumedV1,
  type CaseTransferredV1,
  type CaseUnassignedV1,
} from '@onmaru/contracts';
import { decode, idOf, type StoredEvent } from '@onmaru/event-sourcing';
import { caseEvents } from '../case/case.js';

type Published<Type extends string, Data> = { readonly type: Type; readonly data: Data };

export type PublishedCaseEvent =
  | Published<typeof CASE_OPENED_V1, CaseOpenedV1>
  | Published<typeof CASE_PRIORITISED_V1, CasePrioritisedV1>
  | Published<typeof CASE_TRANSFERRED_V1, CaseTransferredV1>
  | Published<typeof CASE_ASSIGNED_V1, CaseAssignedV1>
  | Published<typeof CASE_UNASSIGNED_V1, CaseUnassignedV1>
  | Published<typeof CASE_HELD_V1, CaseHeldV1>
  | Published<typeof CASE_RESUMED_V1, CaseResumedV1>
  | Published<typeof CASE_RESOLVED_V1, CaseResolvedV1>
  | Published<typeof CASE_CLOSED_V1, CaseClosedV1>
  | Published<typeof CASE_REOPENED_V1, CaseReopenedV1>
  | Published<typeof CASE_CANCELLED_V1, CaseCancelledV1>;

/** What others see of a case: where it stands. What was said in it is nobody else's business. */
export const publishCase = (stored: StoredEvent): PublishedCaseEvent | null => {
  const event = decode(caseEvents, stored);
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
    case 'CaseCategorised':
    case 'CaseAttributesSet':
    case 'CaseCustomerChanged':
    case 'CaseWorkStarted':
    case 'ReplySentToCustomer':
    case 'CustomerReplyRecorded':
    case 'NoteAdded':
      return null;
  }
};

/** Everything that cases tell other contexts, by topic. */
export const casesPublications = [{ topic: 'cases.case', category: 'case', publish: publishCase }] as const;
