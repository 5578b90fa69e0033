import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseCustomerChanged } from '../case-events.js';

export type ChangeCaseCustomer = Command<'ChangeCaseCustomer', { readonly customerId: string }>;

export const changeCaseCustomer = ({ at, data: { customerId } }: ChangeCaseCustomer, current: Case): Decision<CaseCustomerChanged> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.customerId === customerId) return [];
  const changed: CaseCustomerChanged = { type: 'CaseCustomerChanged', occurredAt: at, data: { customerId } };
  return isOpen(current) ? [changed] : objectTo('case-not-open', changed);
};
