import { CASE_ASSIGNED_V1, type CaseAssignedV1 } from './cases/case-assigned.v1.js';
import { CASE_CANCELLED_V1, type CaseCancelledV1 } from './cases/case-cancelled.v1.js';
import { CASE_CLOSED_V1, type CaseClosedV1 } from './cases/case-closed.v1.js';
import { CASE_HELD_V1, type CaseHeldV1 } from './cases/case-held.v1.js';
import { CASE_OPENED_V1, type CaseOpenedV1 } from './cases/case-opened.v1.js';
import { CASE_PRIORITISED_V1, type CasePrioritisedV1 } from './cases/case-prioritised.v1.js';
import { CASE_REOPENED_V1, type CaseReopenedV1 } from './cases/case-reopened.v1.js';
import { CASE_RESOLVED_V1, type CaseResolvedV1 } from './cases/case-resolved.v1.js';
import { CASE_RESUMED_V1, type CaseResumedV1 } from './cases/case-resumed.v1.js';
import { CASE_TRANSFERRED_V1, type CaseTransferredV1 } from './cases/case-transferred.v1.js';
import { CASE_UNASSIGNED_V1, type CaseUnassignedV1 } from './cases/case-unassigned.v1.js';
import { CUSTOMER_ERASED_V1, type CustomerErasedV1 } from './identity/customer-erased.v1.js';
import { CUSTOMER_REGISTERED_V1, type CustomerRegisteredV1 } from './identity/customer-registered.v1.js';
import { STAFF_DISABLED_V1, type StaffDisabledV1 } from './identity/staff-disabled.v1.js';
import { STAFF_ENABLED_V1, type StaffEnabledV1 } from './identity/staff-enabled.v1.js';
import { STAFF_HIRED_V1, type StaffHiredV1 } from './identity/staff-hired.v1.js';
import { STAFF_ROLE_CHANGED_V1, type StaffRoleChangedV1 } from './identity/staff-role-changed.v1.js';
import { AGENT_CAPACITY_SET_V1, type AgentCapacitySetV1 } from './routing/agent-capacity-set.v1.js';
import { AGENT_PLACE_TAKEN_V1, type AgentPlaceTakenV1 } from './routing/agent-place-taken.v1.js';
import { AGENT_PRESENCE_SET_V1, type AgentPresenceSetV1 } from './routing/agent-presence-set.v1.js';
import { QUEUE_OPENED_V1, type QueueOpenedV1 } from './routing/queue-opened.v1.js';

type Told<Type extends string, Data> = { readonly type: Type; readonly data: Data };

/** What the topic `cases.case` says. */
export type CaseNews =
  | Told<typeof CASE_OPENED_V1, CaseOpenedV1>
  | Told<typeof CASE_PRIORITISED_V1, CasePrioritisedV1>
  | Told<typeof CASE_TRANSFERRED_V1, CaseTransferredV1>
  | Told<typeof CASE_ASSIGNED_V1, CaseAssignedV1>
  | Told<typeof CASE_UNASSIGNED_V1, CaseUnassignedV1>
  | Told<typeof CASE_HELD_V1, CaseHeldV1>
  | Told<typeof CASE_RESUMED_V1, CaseResumedV1>
  | Told<typeof CASE_RESOLVED_V1, CaseResolvedV1>
  | Told<typeof CASE_CLOSED_V1, CaseClosedV1>
  | Told<typeof CASE_REOPENED_V1, CaseReopenedV1>
  | Told<typeof CASE_CANCELLED_V1, CaseCancelledV1>;

/** What the topic `identity.customer` says. */
export type CustomerNews = Told<typeof CUSTOMER_REGISTERED_V1, CustomerRegisteredV1> | Told<typeof CUSTOMER_ERASED_V1, CustomerErasedV1>;

/** What the topic `identity.user` says. */
export type StaffNews =
  | Told<typeof STAFF_HIRED_V1, StaffHiredV1>
  | Told<typeof STAFF_ROLE_CHANGED_V1, StaffRoleChangedV1>
  | Told<typeof STAFF_DISABLED_V1, StaffDisabledV1>
  | Told<typeof STAFF_ENABLED_V1, StaffEnabledV1>;

/** What the topic `routing.agent` says. */
export type AgentNews =
  | Told<typeof AGENT_PRESENCE_SET_V1, AgentPresenceSetV1>
  | Told<typeof AGENT_CAPACITY_SET_V1, AgentCapacitySetV1>
  | Told<typeof AGENT_PLACE_TAKEN_V1, AgentPlaceTakenV1>;

/** What the topic `routing.queue` says. */
export type QueueNews = Told<typeof QUEUE_OPENED_V1, QueueOpenedV1>;

/** A public topic with every type that stands on it: a type that is left out does not compile. */
const topic = <News extends { readonly type: string }>(name: string, types: Readonly<Record<News['type'], true>>) => ({ name, types: Object.keys(types) as readonly News['type'][] });

export const CASE_TOPIC = topic<CaseNews>('cases.case', {
  [CASE_OPENED_V1]: true,
  [CASE_PRIORITISED_V1]: true,
  [CASE_TRANSFERRED_V1]: true,
  [CASE_ASSIGNED_V1]: true,
  [CASE_UNASSIGNED_V1]: true,
  [CASE_HELD_V1]: true,
  [CASE_RESUMED_V1]: true,
  [CASE_RESOLVED_V1]: true,
  [CASE_CLOSED_V1]: true,
  [CASE_REOPENED_V1]: true,
  [CASE_CANCELLED_V1]: true,
});
export const CUSTOMER_TOPIC = topic<CustomerNews>('identity.customer', { [CUSTOMER_REGISTERED_V1]: true, [CUSTOMER_ERASED_V1]: true });
export const STAFF_TOPIC = topic<StaffNews>('identity.user', { [STAFF_HIRED_V1]: true, [STAFF_ROLE_CHANGED_V1]: true, [STAFF_DISABLED_V1]: true, [STAFF_ENABLED_V1]: true });
export const AGENT_TOPIC = topic<AgentNews>('routing.agent', { [AGENT_PRESENCE_SET_V1]: true, [AGENT_CAPACITY_SET_V1]: true, [AGENT_PLACE_TAKEN_V1]: true });
export const QUEUE_TOPIC = topic<QueueNews>('routing.queue', { [QUEUE_OPENED_V1]: true });
