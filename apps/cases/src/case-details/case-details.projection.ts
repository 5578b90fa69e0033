import type { View } from '@onmaru/read-models';
import { cases, type CaseEvent } from '../case/case.js';
import { caseDetails, type CaseDetails } from './case-details.js';
import { CaseDetailsRow } from './case-details.entity.js';

export const caseDetailsView: View<CaseDetails, CaseEvent> = {
  name: 'case-details',
  entity: CaseDetailsRow,
  of: cases,
  fold: (row, event) => caseDetails(row, event),
  personal: { subject: 'wordsOf', columns: ['subject', 'description', 'words', 'wordGrams'] },
  recorded: ['position'],
};
