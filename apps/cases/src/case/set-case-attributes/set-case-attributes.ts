import { objectTo, refuse, type Command } from '@onmaru/event-sourcing';
import { isOpen, type Case, type Decision, type Happened } from '../case.js';
import type { Attributes } from '../case-words.js';

/** Attributes that are not named keep their value. */
export type SetCaseAttributes = Command<{ readonly attributes: Attributes }>;

export const setCaseAttributes = ({ at, data: { attributes } }: SetCaseAttributes, current: Case): Decision<'CaseAttributesSet'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const changed = Object.fromEntries(Object.entries(attributes).filter(([name, value]) => current.attributes[name] !== value));
  if (Object.keys(changed).length === 0) return [];
  const set: Happened<'CaseAttributesSet'> = { type: 'CaseAttributesSet', occurredAt: at, data: { attributes: changed } };
  return isOpen(current) ? [set] : objectTo('case-not-open', set);
};
