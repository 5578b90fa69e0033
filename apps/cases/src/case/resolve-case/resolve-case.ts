import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type ResolveCase = Command<{ readonly resolution: string | null; readonly code: string | null }>;

export const resolveCase = ({ at, data: { resolution, code } }: ResolveCase, current: Case): Decision<'CaseResolved'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'resolved') return [];
  const resolved: Happened<'CaseResolved'> = { type: 'CaseResolved', occurredAt: at, data: { customerId: current.customerId, resolution, code } };
  return isOpen(current) ? [resolved] : objectTo('case-not-open', resolved);
};
