import type { Instant } from '@onmaru/time';
import type { Event } from './event.js';

/** A wish, complete: everything a decision needs is in it, time and policy too. */
export type Command<Data extends object = object> = { readonly at: Instant; readonly data: Data };

/** A command was not carried out, for a reason that is a fact in kebab-case. */
export type Refusal<Code extends string = string> = { readonly refused: Code };

/** What policy refuses, with what would happen all the same where it is recorded history. */
export type Objection<E extends Event, Code extends string = string> = { readonly objection: Code; readonly events: readonly E[] };

/** Events (none when nothing needs to change), a refusal, or an objection that only history may pass. */
export type Decision<E extends Event, Code extends string = string> = readonly E[] | Refusal<Code> | Objection<E, Code>;

/** A rule of one aggregate: pure and synchronous, and asked twice it decides nothing the second time. */
export type Rule<C extends Command, State, E extends Event, Code extends string> = (command: C, current: State) => Decision<E, Code>;

/** Says no. The code is one of the aggregate's own: the type of its decisions takes no other. */
export const refuse = <Code extends string>(code: Code): Refusal<Code> => ({ refused: code });

/** Policy says no to `events`; what another system recorded happened all the same. */
export const objectTo = <E extends Event, Code extends string>(code: Code, ...events: readonly E[]): Objection<E, Code> => ({ objection: code, events });

/** A decision with its objections settled: what another system recorded passes them, marked; everybody else is refused. */
export const settle = <E extends Event, Code extends string>(decision: Decision<E, Code>, recorded = false): readonly E[] | Refusal<Code> => {
  if (!('objection' in decision)) return decision;
  if (!recorded) return { refused: decision.objection };
  return decision.events.map((event) => ({ ...event, data: { ...event.data, outsidePolicy: decision.objection } }));
};

export const isRefusal = <Code extends string>(decision: object): decision is Refusal<Code> => 'refused' in decision;
