import { changedAttributes } from './attributes.js';
import type { Act } from './acts.js';
import type { Incident } from './incident.js';

/** The acts, beside those on the situation, that make what was known before into what is known now. */
export const changes = (before: Incident, now: Incident): readonly Act[] => [
  ...changeOfCustomer(before, now),
  ...changeOfCategory(before, now),
  ...changeOfPriority(before, now),
  ...changeOfAttributes(before, now),
  ...changeOfGroup(before, now),
  ...changeOfAssignee(before, now),
];

const changeOfCustomer = (before: Incident, { customer }: Incident): readonly Act[] =>
  customer === null || customer === before.customer ? [] : [{ type: 'ChangeCaseCustomer', data: { customer } }];

const changeOfCategory = (before: Incident, { category, subcategory }: Incident): readonly Act[] =>
  category === before.category && subcategory === before.subcategory ? [] : [{ type: 'CategoriseCase', data: { category, subcategory } }];

const changeOfPriority = (before: Incident, { impact, urgency }: Incident): readonly Act[] =>
  impact === before.impact && urgency === before.urgency ? [] : [{ type: 'PrioritiseCase', data: { impact, urgency } }];

const changeOfAttributes = (before: Incident, now: Incident): readonly Act[] => {
  const attributes = changedAttributes(before.attributes, now.attributes);
  return Object.keys(attributes).length === 0 ? [] : [{ type: 'SetCaseAttributes', data: { attributes } }];
};

/** A group that the log does not name is a group all the same. */
const changeOfGroup = (before: Incident, { group }: Incident): readonly Act[] =>
  group === before.group ? [] : [{ type: 'TransferCase', data: { group } }];

const changeOfAssignee = (before: Incident, { assignee }: Incident): readonly Act[] => {
  if (assignee === before.assignee) return [];
  return [assignee === null ? { type: 'UnassignCase', data: {} } : { type: 'AssignCase', data: { assignee } }];
};
