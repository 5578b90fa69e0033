import { isRefusal, settle } from './decision.js';
import type { Cause, Event, NewEvent, Position } from './event.js';
import { isOtherBody, type Loaded, type ManyOutcome, type Request } from './handled.js';

/** What is to be said to each request, what is to be appended, and what is said when that stands with its last event at `last`. */
export type Plan<Code extends string> = {
  readonly outcomes: readonly ManyOutcome<Code>[];
  readonly events: readonly NewEvent[];
  readonly placed: (last: Position) => readonly ManyOutcome<Code>[];
};

/** Decides several commands in order, each on what those before it would leave of a stream. */
export const handleMany = <State, E extends Event, Code extends string>(
  { history, state: loaded }: Loaded<State>,
  requests: readonly Request<State, E, Code>[],
  evolve: (current: State, event: E) => State,
  caused: (events: readonly E[], cause: Cause) => readonly NewEvent[],
): Plan<Code> => {
  const bodies = new Map(history.map(({ commandId, commandHash }) => [commandId, commandHash]));
  const positions = new Map(history.map(({ commandId, position }) => [commandId, position]));
  const known = requests.findLastIndex(({ context }) => positions.has(context.commandId));
  const events: NewEvent[] = [];
  let state = loaded;
  const outcomeOf = ({ context, recorded, decide }: Request<State, E, Code>, n: number): ManyOutcome<Code> => {
    const { commandId, commandHash } = context;
    if (isOtherBody(commandHash, bodies.get(commandId))) return { outcome: 'refused', refused: 'command-reused', events: 0 };
    const position = positions.get(commandId);
    if (n <= known || bodies.has(commandId)) return { outcome: 'repeated', events: 0, ...(position !== undefined && { position }) };
    bodies.set(commandId, commandHash);
    const decided = settle<E, Code>(decide(state), recorded);
    if (isRefusal<Code>(decided)) return { outcome: 'refused', refused: decided.refused, events: 0 };
    if (decided.length === 0) return { outcome: 'unchanged', events: 0 };
    state = decided.reduce(evolve, state);
    events.push(...caused(decided, context));
    return { outcome: 'appended', events: decided.length };
  };
  const outcomes = requests.map(outcomeOf);
  return { outcomes, events, placed: (last) => placed(outcomes, last - events.length) };
};

/** Gives what was appended its place; one append takes consecutive positions, the first of which comes after `before`. */
const placed = <Code extends string>(outcomes: readonly ManyOutcome<Code>[], before: Position): readonly ManyOutcome<Code>[] => {
  let position = before;
  return outcomes.map((outcome) => {
    position += outcome.events;
    return outcome.outcome === 'appended' ? { ...outcome, position } : outcome;
  });
};
