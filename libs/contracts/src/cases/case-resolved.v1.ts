export const CASE_RESOLVED_V1 = 'cases.case-resolved.v1';

/** A case is solved; it can be opened again. Topic `cases.case`, key `case-<caseId>`. */
export type CaseResolvedV1 = { readonly caseId: string };
