import { shownQueues } from './shown-queues.js';

const queues = [{ queue: 'a', count: 9 }, { queue: 'b', count: 5 }, { queue: 'c', count: 0 }];
const names = (few: number, current?: string) => shownQueues(queues, few, current).map(({ queue }) => queue);

describe('The queues beside the list', () => {
  it('are the fullest few', () => expect(names(2)).toEqual(['a', 'b']));
  it('are not those where nobody waits', () => expect(names(3)).toEqual(['a', 'b']));
  it('hold the current one too, however little waits there', () => expect(names(1, 'c')).toEqual(['a', 'c']));
  it('are all of them when somebody asks', () => expect(names(Infinity)).toEqual(['a', 'b', 'c']));
});
