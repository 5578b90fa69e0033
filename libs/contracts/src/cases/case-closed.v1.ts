export const CASE_CLOSED_V1 = 'cases.case-closed.v1';

/** A case is over. Topic `cases.case`, key `case-<caseId>`. */
export type CaseClosedV1 = { readonly caseId: string };
