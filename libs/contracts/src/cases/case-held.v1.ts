export const CASE_HELD_V1 = 'cases.case-held.v1';

/** A case can go no further until something comes. Topic `cases.case`, key `case-<caseId>`. */
export type CaseHeldV1 = {
  readonly caseId: string;
  readonly reason: 'customer' | 'vendor' | 'problem' | 'evidence';
};
