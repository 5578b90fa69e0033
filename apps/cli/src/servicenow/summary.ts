import { grouped } from '../grouped.js';
import type { Account } from './account.js';

/** What a run has done. `rows = changed + unchanged + refused`; rows that an earlier run has taken are unchanged. */
export type Summary = {
  readonly rows: number;
  readonly cases: number;
  readonly events: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly seconds: number;
  /** Events per second, over those of COPY of the same events; null where that could not be measured, absent where nobody asked. */
  readonly copyRatio?: number | null;
};

export const importSummary = ({ rows, events, changed, unchanged, refused }: Account, cases: number, seconds: number): Summary => ({
  rows,
  cases,
  events,
  changed,
  unchanged,
  refused: refused.length,
  seconds: Math.round(seconds * 10) / 10,
});

export const summaryText = ({ rows, cases, events, changed, unchanged, refused, seconds, copyRatio }: Summary): string =>
  `${grouped(rows)} rows of ${grouped(cases)} cases in ${grouped(seconds)} s: ` +
  `${grouped(changed)} changed something (${grouped(events)} events), ${grouped(unchanged)} did not, ${grouped(refused)} refused.${typeof copyRatio === 'number' ? ` ${copyRatio} of the speed of COPY.` : ''}`;
