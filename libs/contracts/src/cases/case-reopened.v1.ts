export const CASE_REOPENED_V1 = 'cases.case-reopened.v1';

/** A case that was resolved or closed is work again. Topic `cases.case`, key `case-<caseId>`. */
export type CaseReopenedV1 = { readonly caseId: string };
