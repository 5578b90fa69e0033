import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { closed, now, opened, resolved } from '../examples.js';
import { addNote } from './add-note.js';

const { given } = specFor(cases, addNote);
const command = { at: now, data: { text: 'Ask payments' } } as const;
const added = { type: 'NoteAdded', occurredAt: now, data: { customerId: 'ada', text: 'Ask payments' } } as const;

describe('Add a note', () => {
  it('keeps it for colleagues', () =>
    given(opened).when(command).then(added));

  it('is possible even when the case is closed', () =>
    given(opened, resolved, closed).when(command).then(added));
});
