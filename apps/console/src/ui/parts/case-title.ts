import type { Case } from '../api/types.js';

/** What a case is called: its subject, else its category, else its number. */
export const caseTitle = ({ subject, category, subcategory, number }: Pick<Case, 'subject' | 'category' | 'subcategory' | 'number'>): string =>
  subject ?? ([category, subcategory].filter((part) => part !== null).join(' › ') || number);
