export const CASE_UNASSIGNED_V1 = 'cases.case-unassigned.v1';

/** A case is nobody's from now on. Topic `cases.case`, key `case-<caseId>`. */
export type CaseUnassignedV1 = { readonly caseId: string };
