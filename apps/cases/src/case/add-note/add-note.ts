import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Case, Decision, Happened } from '../case.js';

/** For colleagues only; possible in every situation, since what is known may matter later. */
export type AddNote = Command<{ readonly text: string }>;

export const addNote = ({ at, data: { text } }: AddNote, current: Case): Decision<'NoteAdded'> => {
  if (current.state === 'unknown') return refuse('case-not-found');
  const added: Happened<'NoteAdded'> = { type: 'NoteAdded', occurredAt: at, data: { customerId: current.customerId, text } };
  return [added];
};
