import type { TimelineItem } from '../../ui/api/types.js';
import { reasonOf } from './reason.js';

const item = (revision: number, name: string): TimelineItem => ({ position: revision, revision, type: `cases.${name}.v1`, occurredAt: '', recordedAt: '', actor: { kind: 'staff', id: 'a' }, data: {} });
const items = [item(1, 'CaseOpened'), item(2, 'CasePrioritised'), item(3, 'CaseAssigned'), item(4, 'CasePrioritised'), item(5, 'CaseHeld'), item(6, 'NoteAdded')];

describe('The reason of what a case says', () => {
  it('is the last event that made it so', () => {
    expect(reasonOf(items, 'priority')?.revision).toBe(4);
    expect(reasonOf(items, 'state')?.revision).toBe(5);
  });

  it('is its opening, where nothing came after', () => expect(reasonOf(items, 'queue')?.revision).toBe(1));

  it('is another one in the past', () => expect(reasonOf(items.slice(0, 3), 'priority')?.revision).toBe(2));

  it('is nothing, where nothing made it so', () => expect(reasonOf(items.slice(0, 1), 'assignee')).toBeNull());
});
