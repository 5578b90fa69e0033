import type { View } from '@onmaru/read-models';
import { caseEvents, type CaseEvent } from '../case/case-events.js';
import { caseDetails, type CaseDetails } from './case-details.js';
import { CaseDetailsEntity } from './case-details.entity.js';

export const caseDetailsView: View<CaseDetails, CaseEvent> = {
  name: 'case-details',
  entity: CaseDetailsEntity,
  events: caseEvents,
  category: 'case',
  key: ({ stream }) => stream.slice('case-'.length),
  fold: (row, event) => caseDetails(row, event),
  personal: { subject: 'wordsOf', columns: ['subject', 'description', 'words', 'wordGrams'] },
};
