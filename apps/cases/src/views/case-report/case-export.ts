import type { CaseAnswer } from '../../case-details/case-answer.js';

/** A case as it is exported: all of it but what can be done to it now. */
export type ExportedCase = Omit<CaseAnswer, 'can'>;

/** Words of and about a customer are withheld unless somebody may see them and asks. */
export const exportedCase = ({ can: _, ...rest }: CaseAnswer, personal: boolean): ExportedCase =>
  personal ? rest : { ...rest, subject: null, description: null, customer: rest.customer && { ...rest.customer, name: null } };

/** What two platforms that hold the same history agree on: no ids, numbers, positions or recording times. */
export const comparableCase = ({ id: _id, number: _number, customerId: _customerId, customer: _customer, assignee, ...rest }: ExportedCase) => ({
  ...rest,
  assignee: assignee === null ? null : { externalId: assignee.externalId, name: assignee.name },
});
