import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { CaseCategorised } from '../case-events.js';

export type CategoriseCase = Command<'CategoriseCase', { readonly category: string | null; readonly subcategory: string | null }>;

export const categoriseCase = ({ at, data: { category, subcategory } }: CategoriseCase, current: Case): Decision<CaseCategorised> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.category === category && current.subcategory === subcategory) return [];
  const categorised: CaseCategorised = { type: 'CaseCategorised', occurredAt: at, data: { category, subcategory } };
  return isOpen(current) ? [categorised] : objectTo('case-not-open', categorised);
};
