import type { Event } from '@onmaru/event-sourcing';
import type { View } from '@onmaru/read-models';
import { CaseWords } from './sample-view.entity.js';

type Opened = Event<'CaseOpened', { customerId: string | null; subject: string | null; tags?: string[]; attributes?: object; poison?: boolean }>;
type NoteAdded = Event<'NoteAdded', { poison?: boolean }>;

/** While this holds something, notes that are poisoned cannot be folded. */
export const poison = new Set<string>();

export const caseWordsView: View<CaseWords, Opened | NoteAdded> = {
  name: 'case-words',
  entity: CaseWords,
  of: { category: 'case', events: { context: 'cases', types: { CaseOpened: { version: 1 }, NoteAdded: { version: 1 } } } },
  personal: { subject: 'customerId', columns: ['subject'] },
  fold(row, { type, tenant, stream, position, occurredAt: openedAt, data }) {
    if (type === 'CaseOpened') {
      const { customerId, subject, tags = [], attributes = {} } = data;
      return { tenant, id: stream.slice('case-'.length), customerId, subject, tags, attributes, changes: 0, openedAt, position };
    }
    if (data.poison && poison.size > 0) throw new Error('this note cannot be folded');
    return row && { ...row, changes: row.changes + 1, position };
  },
  recorded: ['position'],
};
