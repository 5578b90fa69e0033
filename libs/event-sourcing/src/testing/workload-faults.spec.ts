import { percentiles } from './percentiles.js';
import type { Stored } from './table-of-log.js';
import { workloadFaults, type WorkloadFaults } from './workload-faults.js';
import type { Acknowledged } from './writer-process.js';

const lies = (position: number, revision: number, more: Partial<Stored> = {}): Stored => ({ id: `e${position}`, stream: 'case-1', revision, position, commandId: `c${position}`, of: 1, recordedAt: 0, ...more });
const told = (position: number, revision: number, more: Partial<Acknowledged> = {}): Acknowledged => ({ stream: 'case-1', ids: [`e${position}`], revision, position, ...more });

const table = [lies(1, 1), lies(2, 1, { stream: 'case-2' }), lies(3, 2), lies(4, 3, { commandId: 'c3' })].map((event) => (event.commandId === 'c3' ? { ...event, of: 2 } : event));
const answers = [told(1, 1), told(2, 1, { stream: 'case-2' }), told(4, 3, { ids: ['e3', 'e4'] })];
const NOTHING: WorkloadFaults = { lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, torn: 0 };

describe('What went wrong under load', () => {
  it('is nothing when answers, table and consumer agree, also on what a killed writer was never told of', () => {
    expect(workloadFaults(answers, table, table, true)).toEqual(NOTHING);
    expect(workloadFaults(answers.slice(1), table, table, true)).toEqual(NOTHING);
  });

  it.each<[string, Partial<WorkloadFaults>, Parameters<typeof workloadFaults>]>([
    ['an answer that the table knows nothing of', { lost: 1 }, [[...answers, told(5, 4)], table, table, true]],
    ['an event that the consumer was never brought', { lost: 1 }, [answers, table.slice(0, 3), table, true]],
    ['an event that it was brought twice', { doubled: 1 }, [answers, table.flatMap((event, n) => (n === 1 ? [event, event] : [event])), table, false]],
    ['an event that it was brought before one that lies before it', { outOfOrder: 1 }, [answers, [table[1]!, table[0]!, ...table.slice(2)], table, true]],
    ['two of a stream the wrong way round', { outOfOrder: 1 }, [answers, [table[2]!, ...table.slice(0, 2), table[3]!], table, false]],
    ['a gap', { outOfOrder: 2, lost: 1 }, [answers, table, table.filter(({ position }) => position !== 1), true]],
    ['an answer that names another place', { outOfOrder: 1 }, [[told(1, 7), ...answers.slice(1)], table, table, true]],
    ['an append that should have been refused', { wrongAccepts: 1 }, [[told(1, 1, { wrong: true }), ...answers.slice(1)], table, table, true]],
    ['two who were told that they created the same stream', { wrongAccepts: 1 }, [[...answers, told(1, 1)], table, table, true]],
    ['half of a command', { torn: 1 }, [answers.slice(0, 2), table.slice(0, 3), table.slice(0, 3), true]],
  ])('is %s', (_, faults, args) => expect(workloadFaults(...args)).toMatchObject(faults));

  it('takes streams that come beside each other in another order for sound where nobody promised one', () =>
    expect(workloadFaults(answers, [table[1]!, table[0]!, ...table.slice(2)], table, false)).toEqual(NOTHING));

  it('is measured by its middle, its worst hundredth and its worst', () => {
    expect(percentiles(Array.from({ length: 200 }, (_, n) => 200 - n))).toEqual({ p50: 101, p99: 199, max: 200 });
    expect(percentiles([])).toEqual({ p50: 0, p99: 0, max: 0 });
  });
});
