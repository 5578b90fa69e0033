export const CASE_RESUMED_V1 = 'cases.case-resumed.v1';

/** A case that was on hold goes on. Topic `cases.case`, key `case-<caseId>`. */
export type CaseResumedV1 = { readonly caseId: string };
