export const CASE_TRANSFERRED_V1 = 'cases.case-transferred.v1';

/** A case waits in another queue, or in one that has no name here. Topic `cases.case`, key `case-<caseId>`. */
export type CaseTransferredV1 = {
  readonly caseId: string;
  readonly queueId: string | null;
};
