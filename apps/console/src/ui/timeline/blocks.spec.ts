import type { TimelineItem } from '../api/types.js';
import { blocks } from './blocks.js';

const item = (revision: number, name: string, occurredAt: string, actor = 'resolver'): TimelineItem => ({
  position: revision,
  revision,
  type: `cases.${name}.v1`,
  occurredAt,
  recordedAt: occurredAt,
  actor: { kind: 'external', id: actor },
  data: {},
});

const nine = '2026-03-02T09:00:00Z';
const ten = '2026-03-02T10:00:00Z';

const shape = (items: readonly TimelineItem[]) => blocks(items).map((block) => (block.kind === 'message' ? block.item.revision : block.items.map(({ revision }) => revision)));

describe('The blocks of a time line', () => {
  it('put together what one actor did at one moment', () =>
    expect(shape([item(1, 'CaseTransferred', nine), item(2, 'CaseAssigned', nine), item(3, 'CaseHeld', ten)])).toEqual([[1, 2], [3]]));

  it('keep two actors apart', () => expect(shape([item(1, 'CaseTransferred', nine), item(2, 'CaseAssigned', nine, 'other')])).toEqual([[1], [2]]));

  it('never swallow a message, and keep the order', () =>
    expect(shape([item(1, 'CaseTransferred', nine), item(2, 'NoteAdded', nine), item(3, 'CaseHeld', nine)])).toEqual([[1], 2, [3]]));
});
