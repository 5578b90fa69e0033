export const CASE_PRIORITISED_V1 = 'cases.case-prioritised.v1';

/** A case has this priority from now on. Topic `cases.case`, key `case-<caseId>`. */
export type CasePrioritisedV1 = {
  readonly caseId: string;
  /** 1 is the highest. */
  readonly priority: 1 | 2 | 3 | 4;
};
