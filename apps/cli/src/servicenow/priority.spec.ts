import { priorityOf } from './priority.js';

describe('The priority that impact and urgency make', () => {
  it.each([
    [1, 1, 1],
    [1, 2, 2],
    [2, 1, 2],
    [1, 3, 3],
    [2, 2, 3],
    [3, 1, 3],
    [2, 3, 4],
    [3, 2, 4],
    [3, 3, 4],
  ] as const)('of impact %i and urgency %i is %i', (impact, urgency, priority) => expect(priorityOf(impact, urgency)).toBe(priority));
});
