import { settle, type Command, type Decider } from './decider.js';
import type { Event } from './event.js';

/** Given events, when a command, then what comes of it. Objections are settled as they are in production. */
export type SpecFor<C extends Command, E extends Event, Code extends string> = {
  given(...events: readonly E[]): {
    when(command: C): {
      /** Exactly these events, in this order. */
      then(...events: readonly E[]): void;
      /** No, for this reason. */
      thenRefused(code: Code): void;
      /** Nothing needs to change. */
      thenNothing(): void;
    };
  };
};

/** The three words in which the rules of one aggregate are specified. Uses the test runner's global `expect`. */
export const specFor = <State, C extends Command, E extends Event, Code extends string>(
  decider: Decider<State, C, E, Code>,
): SpecFor<C, E, Code> => ({
  given: (...events) => ({
    when: (command) => {
      const decided = (): unknown => settle<E, Code>(command, decider.decide(command, events.reduce(decider.evolve, decider.initialState)));
      return {
        then: (...expected) => expect(decided()).toEqual(expected),
        thenRefused: (code) => expect(decided()).toEqual({ refused: code }),
        thenNothing: () => expect(decided()).toEqual([]),
      };
    },
  }),
});
