export const CASE_CANCELLED_V1 = 'cases.case-cancelled.v1';

/** A case needs no more work. Topic `cases.case`, key `case-<caseId>`. */
export type CaseCancelledV1 = { readonly caseId: string };
