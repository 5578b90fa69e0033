import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseResolved } from '../case-events.js';

export type ResolveCase = Command<'ResolveCase', { readonly resolution: string | null; readonly code: string | null }>;

export const resolveCase = ({ at, data: { resolution, code } }: ResolveCase, current: Case): Decision<CaseResolved> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.state === 'resolved') return [];
  const resolved: CaseResolved = { type: 'CaseResolved', occurredAt: at, data: { customerId: current.customerId, resolution, code } };
  return isOpen(current) ? [resolved] : objectTo('case-not-open', resolved);
};
