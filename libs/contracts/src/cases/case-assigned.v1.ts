export const CASE_ASSIGNED_V1 = 'cases.case-assigned.v1';

/** A case is this staff member's from now on. Topic `cases.case`, key `case-<caseId>`. */
export type CaseAssignedV1 = {
  readonly caseId: string;
  readonly assigneeId: string;
};
