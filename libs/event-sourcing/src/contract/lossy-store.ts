import type { EventStore } from '../event-store.js';
import { LogError } from '../log-error.js';
import type { LossyStore } from './log-under-test.js';

/** For a log whose line cannot be made to lose answers: takes what it is given, and fails before it can say so. */
export const lossyStore = (store: EventStore): LossyStore => {
  let losing = 0;
  const append: EventStore['append'] = async (asked) => {
    const answer = await store.append(asked);
    if (losing <= 0) return answer;
    losing -= 1;
    throw new LogError('unavailable', 'The answer was lost');
  };
  return {
    store: { ...store, append },
    lose: (answers) => {
      losing = answers;
    },
  };
};
