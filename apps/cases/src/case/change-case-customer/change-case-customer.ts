import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type ChangeCaseCustomer = Command<{ readonly customerId: string }>;

export const changeCaseCustomer = ({ at, data: { customerId } }: ChangeCaseCustomer, current: Case): Decision<'CaseCustomerChanged'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.customerId === customerId) return [];
  const changed: Happened<'CaseCustomerChanged'> = { type: 'CaseCustomerChanged', occurredAt: at, data: { customerId } };
  return isOpen(current) ? [changed] : objectTo('case-not-open', changed);
};
