import type { Command } from '@onmaru/event-sourcing';
import { refuse, type Case, type Decision } from '../case.js';
import type { NoteAdded } from '../case-events.js';

/** For colleagues only; possible in every situation, since what is known may matter later. */
export type AddNote = Command<'AddNote', { readonly text: string }>;

export const addNote = ({ at, data: { text } }: AddNote, current: Case): Decision<NoteAdded> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const added: NoteAdded = { type: 'NoteAdded', occurredAt: at, data: { customerId: current.customerId, text } };
  return [added];
};
