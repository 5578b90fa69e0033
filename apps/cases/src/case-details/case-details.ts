import { grams, searchText } from '@onmaru/search';
import type { RecordedCaseEvent } from '../case/case.js';
import { shownCase, type ShownCase } from './shown-case.js';

/** A case as one row: as it is shown, and what it is found by. */
export type CaseDetails = ShownCase & {
  readonly words: string | null;
  readonly wordGrams: readonly string[] | null;
  readonly labels: string;
  readonly labelGrams: readonly string[];
};

/** The row after an event. */
export const caseDetails = (row: CaseDetails | null, event: RecordedCaseEvent): CaseDetails | null => {
  const next = shownCase(row, event);
  if (next === null) return null;
  if (row === null) return { ...next, ...wordsOf(next), ...labelsOf(next) };
  if (next === row) return row;
  const { words, wordGrams, labels, labelGrams } = row;
  return { ...next, words, wordGrams, ...(event.type === 'CaseCategorised' ? labelsOf(next) : { labels, labelGrams }) };
};

const wordsOf = ({ subject, description }: ShownCase): Pick<CaseDetails, 'words' | 'wordGrams'> => {
  const words = subject === null && description === null ? null : searchText(subject, description);
  return { words, wordGrams: words === null ? null : grams(words) };
};

const labelsOf = ({ number, externalId, category, subcategory }: ShownCase): Pick<CaseDetails, 'labels' | 'labelGrams'> => {
  const labels = searchText(number, externalId, category, subcategory);
  return { labels, labelGrams: grams(labels) };
};
