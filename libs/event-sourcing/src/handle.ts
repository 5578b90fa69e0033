import { isRefusal, settle, type Command } from './decider.js';
import type { Event, Revision, StoredEvent } from './event.js';
import type { CommandHandler, HandleOutcome, HandlerOptions, HandlingContext } from './handled.js';
import { handleMany } from './handle-many.js';
import { ATTEMPTS, brought, caused, isOtherBody, recorded, type Loaded } from './loaded-stream.js';
import { oneAtATime } from './one-at-a-time.js';

/** The first result of a command that the stream already holds, or null. */
const earlier = <Code extends string>(history: readonly StoredEvent[], { commandId, commandHash }: HandlingContext): HandleOutcome<Code> | null => {
  const at = history.findLastIndex((event) => event.commandId === commandId);
  const last = history[at];
  if (!last) return null;
  if (isOtherBody(commandHash, last.commandHash)) return { outcome: 'command-reused' };
  return { outcome: 'repeated', history: history.slice(0, at + 1), revision: last.revision, position: last.position };
};

const stale = <Code extends string>({ history, revision }: Loaded<unknown>, expected: Revision | undefined): HandleOutcome<Code> | null =>
  expected === undefined || expected === revision ? null : { outcome: 'stale', since: history.slice(expected), revision };

/** Carries out the commands of one aggregate: load, fold, decide, append with the revision it was decided on. */
export const commandHandler = <State, C extends Command, E extends Event, Code extends string>(
  options: HandlerOptions<State, C, E, Code>,
): CommandHandler<C, Code> => {
  const { store, decider, types, category, newId } = options;
  const inTurn = oneAtATime();
  const nothing: Loaded<State> = { history: [], state: decider.initialState, revision: 0, position: 0 };

  const carryOut = async (context: HandlingContext, stream: string, command: C, expected?: Revision): Promise<HandleOutcome<Code>> => {
    const place = [context.tenant, stream] as const;
    let loaded = nothing;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      loaded = await brought(store, types, decider.evolve, place, loaded);
      const answered = earlier<Code>(loaded.history, context) ?? stale<Code>(loaded, expected);
      if (answered) return answered;
      const { history, revision, position } = loaded;
      const decided = settle<E, Code>(command, decider.decide(command, loaded.state));
      if (isRefusal<Code>(decided)) return { outcome: 'refused', refused: decided.refused };
      if (decided.length === 0) return { outcome: 'unchanged', history, revision, position };
      const events = caused(decided, context, types, newId);
      const taken = await store.append({ tenant: context.tenant, stream, expected: revision || 'none', events });
      if (taken.outcome === 'command-reused') return taken;
      if (taken.outcome === 'appended') {
        return { outcome: 'appended', history: [...history, ...recorded(events, place, taken)], revision: taken.revision, position: taken.position };
      }
    }
    return { outcome: 'busy' };
  };

  return {
    handle: (context, id, command, expected) =>
      inTurn(`${context.tenant}/${id}`, () => carryOut(context, `${category}-${id}`, command, expected)),
    handleMany: (tenant, id, requests) =>
      inTurn(`${tenant}/${id}`, () => handleMany(options, nothing, [tenant, `${category}-${id}`], requests)),
  };
};
