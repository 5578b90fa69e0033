import type { Instant } from '@onmaru/time';
import type { Event } from './event.js';

/**
 * A wish, complete: everything a decision needs is in it, time and policy too. `history: true` marks an act that
 * another system recorded; it is taken even where today's policy would refuse it.
 */
export type Command<Type extends string = string, Data extends object = object> = {
  readonly type: Type;
  readonly at: Instant;
  readonly history?: boolean;
  readonly data: Data;
};

/** A command was not carried out, for a reason that is a fact in kebab-case. */
export type Refusal<Code extends string = string> = { readonly refused: Code };

/** What policy refuses, with what would happen all the same where it is recorded history. */
export type Objection<E extends Event, Code extends string = string> = { readonly objection: Code; readonly events: readonly E[] };

/** Events (none when nothing needs to change), a refusal, or an objection that only history may pass. */
export type Decision<E extends Event, Code extends string = string> = readonly E[] | Refusal<Code> | Objection<E, Code>;

/** `refuse` for one aggregate: a code outside its union does not compile. */
export const refusals =
  <Code extends string>() =>
  (code: Code): Refusal<Code> => ({ refused: code });

/** `objectTo` for one aggregate. Policy says no to `events`, history may say yes. */
export const objections =
  <Code extends string>() =>
  <E extends Event>(code: Code, ...events: readonly E[]): Objection<E, Code> => ({ objection: code, events });

/** The rules of one aggregate: pure and synchronous, and asked twice it decides nothing the second time. */
export type Decider<State, C extends Command, E extends Event, Code extends string> = {
  readonly initialState: State;
  readonly evolve: (state: State, event: E) => State;
  readonly decide: (command: C, state: State) => Decision<E, Code>;
};

/** A decision with its objections settled: history passes them, marked; everybody else is refused. */
export const settle = <E extends Event, Code extends string>(
  command: Command,
  decision: Decision<E, Code>,
): readonly E[] | Refusal<Code> => {
  if (!('objection' in decision)) return decision;
  if (!command.history) return { refused: decision.objection };
  return decision.events.map((event) => ({ ...event, data: { ...event.data, outsidePolicy: decision.objection } }));
};

export const isRefusal = <Code extends string>(decision: object): decision is Refusal<Code> => 'refused' in decision;
