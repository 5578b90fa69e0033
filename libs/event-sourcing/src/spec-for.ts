import type { Aggregate } from './aggregate.js';
import { settle, type Command, type Rule } from './decision.js';
import type { Event } from './event.js';

type Outcome<E extends Event, Code extends string> = {
  /** Exactly these events, in this order. */
  then(...events: readonly E[]): void;
  /** No, for this reason. */
  thenRefused(code: Code): void;
  /** Nothing needs to change. */
  thenNothing(): void;
};

/** Given events, when a command, then what comes of it. Objections are settled as they are in production. */
export type SpecFor<C extends Command, E extends Event, Code extends string> = {
  given(...events: readonly E[]): {
    when(command: C): Outcome<E, Code>;
    /** When another system recorded that it was done. */
    whenRecorded(command: C): Outcome<E, Code>;
  };
};

/** The words in which a rule is specified. Uses the test runner's global `expect`. */
export const specFor = <State, C extends Command, E extends Event, Decided extends E, Code extends string>(
  { initialState, evolve }: Pick<Aggregate<State, E>, 'initialState' | 'evolve'>,
  rule: Rule<C, State, Decided, Code>,
): SpecFor<C, E, Code> => ({
  given: (...events) => {
    const outcome = (command: C, recorded: boolean): Outcome<E, Code> => {
      const decided = (): unknown => settle<Decided, Code>(rule(command, events.reduce(evolve, initialState)), recorded);
      return {
        then: (...expected) => expect(decided()).toEqual(expected),
        thenRefused: (code) => expect(decided()).toEqual({ refused: code }),
        thenNothing: () => expect(decided()).toEqual([]),
      };
    };
    return { when: (command) => outcome(command, false), whenRecorded: (command) => outcome(command, true) };
  },
});
