import { goldenFaults, keptFrom, type GoldenViews } from './golden-views.js';

const kept: GoldenViews = { queues: { generation: 2, rows: { 'routing.QueueOpened.v1': 'abc', 'routing.QueueClosed.v1': 'def' } } };
const queues = (generation: number, rows: Readonly<Record<string, string>>): GoldenViews => ({ queues: { generation, rows } });

describe('The rows that a view makes of golden events', () => {
  it('are those that are kept', () => expect(goldenFaults(kept, kept)).toEqual([]));

  it('are not other ones within a generation', () =>
    expect(goldenFaults(kept, queues(2, { 'routing.QueueOpened.v1': 'other', 'routing.QueueClosed.v1': 'def' }))).toEqual([
      'queues makes other rows of routing.QueueOpened.v1 than before: give it generation 3 so that they are folded anew, then keep it by `npm run docs`',
    ]));

  it('are kept anew in a new generation, which never goes back', () => {
    expect(goldenFaults(kept, queues(3, { 'routing.QueueOpened.v1': 'other' }))).toEqual(['queues, generation 3, is not kept yet: keep it by `npm run docs`']);
    expect(goldenFaults(kept, queues(1, {}))).toEqual(['queues was of generation 2 before, and is of 1 now: a generation never goes back']);
    expect(keptFrom(kept, queues(3, { 'routing.QueueOpened.v1': 'other' }))).toEqual(queues(3, { 'routing.QueueOpened.v1': 'other' }));
  });

  it('are kept for a new view, and for a new event of a known one', () => {
    const made = { ...queues(2, { ...kept['queues']?.rows, 'routing.QueueRenamed.v1': 'new' }), agents: { generation: 1, rows: {} } };
    expect(goldenFaults(kept, made)).toEqual(['queues has not been kept with routing.QueueRenamed.v1: keep it by `npm run docs`', 'agents, generation 1, is not kept yet: keep it by `npm run docs`']);
    expect(goldenFaults(keptFrom(kept, made), made)).toEqual([]);
  });

  it('are not kept where they came to be other without a new generation, and forgotten where the event is gone', () =>
    expect(keptFrom(kept, queues(2, { 'routing.QueueOpened.v1': 'other' }))).toEqual(queues(2, { 'routing.QueueOpened.v1': 'abc' })));
});
