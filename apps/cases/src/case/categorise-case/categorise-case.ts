import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';

export type CategoriseCase = Command<{ readonly category: string | null; readonly subcategory: string | null }>;

export const categoriseCase = ({ at, data: { category, subcategory } }: CategoriseCase, current: Case): Decision<'CaseCategorised'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  if (current.category === category && current.subcategory === subcategory) return [];
  const categorised: Happened<'CaseCategorised'> = { type: 'CaseCategorised', occurredAt: at, data: { category, subcategory } };
  return isOpen(current) ? [categorised] : objectTo('case-not-open', categorised);
};
