import { isRefusal, settle, type Command } from './decider.js';
import type { Event, NewEvent, Position } from './event.js';
import type { HandlerOptions, ManyOutcome, Request } from './handled.js';
import { ATTEMPTS, brought, caused, isOtherBody, type Loaded } from './loaded-stream.js';
import { LogError } from './log-error.js';

type Plan<Code extends string> = { readonly outcomes: readonly ManyOutcome<Code>[]; readonly events: readonly NewEvent[] };

/** What is to be said to each request, and what is to be appended, given the stream as it is. */
const plan = <State, C extends Command, E extends Event, Code extends string>(
  { decider, types, newId }: HandlerOptions<State, C, E, Code>,
  { history, state: loaded }: Loaded<State>,
  requests: readonly Request<C>[],
): Plan<Code> => {
  const bodies = new Map(history.map(({ commandId, commandHash }) => [commandId, commandHash]));
  const positions = new Map(history.map(({ commandId, position }) => [commandId, position]));
  const known = requests.findLastIndex(({ context }) => positions.has(context.commandId));
  const events: NewEvent[] = [];
  let state = loaded;

  const decide = ({ context, command }: Request<C>, n: number): ManyOutcome<Code> => {
    const { commandId, commandHash } = context;
    if (isOtherBody(commandHash, bodies.get(commandId))) return { outcome: 'refused', refused: 'command-reused', events: 0 };
    const position = positions.get(commandId);
    if (n <= known || bodies.has(commandId)) return { outcome: 'repeated', events: 0, ...(position !== undefined && { position }) };
    bodies.set(commandId, commandHash);
    const decided = settle<E, Code>(command, decider.decide(command, state));
    if (isRefusal<Code>(decided)) return { outcome: 'refused', refused: decided.refused, events: 0 };
    if (decided.length === 0) return { outcome: 'unchanged', events: 0 };
    state = decided.reduce(decider.evolve, state);
    events.push(...caused(decided, context, types, newId));
    return { outcome: 'appended', events: decided.length };
  };
  return { outcomes: requests.map(decide), events };
};

/** Gives what was appended its place; one append takes consecutive positions, of which `last` is the last. */
const placed = <Code extends string>({ outcomes, events }: Plan<Code>, last: Position): readonly ManyOutcome<Code>[] => {
  let position = last - events.length;
  return outcomes.map((outcome) => {
    position += outcome.events;
    return outcome.outcome === 'appended' ? { ...outcome, position } : outcome;
  });
};

/** Decides several commands on one loading of their stream, and appends their events in one go. */
export const handleMany = async <State, C extends Command, E extends Event, Code extends string>(
  options: HandlerOptions<State, C, E, Code>,
  nothing: Loaded<State>,
  [tenant, stream]: readonly [string, string],
  requests: readonly Request<C>[],
): Promise<readonly ManyOutcome<Code>[]> => {
  const { store, types, decider } = options;
  let loaded = nothing;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    loaded = await brought(store, types, decider.evolve, [tenant, stream], loaded);
    const planned = plan(options, loaded, requests);
    if (planned.events.length === 0) return planned.outcomes;
    const taken = await store.append({ tenant, stream, expected: loaded.revision || 'none', events: planned.events });
    if (taken.outcome === 'appended') return placed(planned, taken.position);
  }
  throw new LogError('busy', `Others changed ${stream} each time it was tried; nothing was appended`);
};
