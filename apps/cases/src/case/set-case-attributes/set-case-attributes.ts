import type { Command } from '@onmaru/event-sourcing';
import { isOpen, objectTo, refuse, type Case, type Decision } from '../case.js';
import type { Attributes, CaseAttributesSet } from '../case-events.js';

/** Attributes that are not named keep their value. */
export type SetCaseAttributes = Command<'SetCaseAttributes', { readonly attributes: Attributes }>;

export const setCaseAttributes = ({ at, data: { attributes } }: SetCaseAttributes, current: Case): Decision<CaseAttributesSet> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const changed = Object.fromEntries(Object.entries(attributes).filter(([name, value]) => current.attributes[name] !== value));
  if (Object.keys(changed).length === 0) return [];
  const set: CaseAttributesSet = { type: 'CaseAttributesSet', occurredAt: at, data: { attributes: changed } };
  return isOpen(current) ? [set] : objectTo('case-not-open', set);
};
