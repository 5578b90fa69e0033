export const CASE_OPENED_V1 = 'cases.case-opened.v1';

/** Somebody asked for something. Topic `cases.case`, key `case-<caseId>`. */
export type CaseOpenedV1 = {
  readonly caseId: string;
  readonly queueId: string | null;
  /** 1 is the highest. */
  readonly priority: 1 | 2 | 3 | 4;
};
