import type { Case, Verb } from '../../ui/api/types.js';

/** What somebody can do to a case beside writing, in the order in which it is offered. */
export const ACTIONS = ['resolve', 'resume', 'start-work', 'reopen', 'hold', 'transfer', 'assign', 'prioritise', 'categorise', 'unassign', 'close', 'cancel'] as const;
export type ActionName = (typeof ACTIONS)[number];

/** Done as soon as it is asked for; the others ask something first. */
export const IMMEDIATE: ReadonlySet<ActionName> = new Set(['resume', 'start-work', 'unassign']);

type Offer = { readonly main: ActionName | null; readonly beside: readonly ActionName[]; readonly more: readonly ActionName[] };

/** One thing stands out: what most likely comes next. Two stand beside it; the rest is one press away. Nothing impossible is offered. */
export const offerOf = ({ can, state }: Pick<Case, 'can' | 'state'>): Offer => {
  const possible = ACTIONS.filter((action) => can.includes(action satisfies Verb));
  const wished: readonly ActionName[] = state === 'on-hold' ? ['resume', 'resolve', 'transfer'] : ['resolve', 'reopen', 'hold', 'transfer', 'close'];
  const [main = null, ...rest] = wished.filter((action) => possible.includes(action));
  const beside = rest.slice(0, 2);
  return { main, beside, more: possible.filter((action) => action !== main && !beside.includes(action)) };
};
