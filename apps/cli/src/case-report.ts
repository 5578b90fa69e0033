import { grouped } from './grouped.js';

export type CaseReport = {
  readonly cases: number;
  readonly byState: Readonly<Record<string, number>>;
  readonly byPriority: Readonly<Record<string, number>>;
  readonly reopened: number;
  readonly transferred: number;
  readonly medianHoursToResolve: number | null;
  readonly hash: string;
};

export const reportText = ({ cases, byState, byPriority, reopened, transferred, medianHoursToResolve, hash }: CaseReport): string =>
  [
    ['cases', grouped(cases)],
    ...Object.entries(byState).map(([state, count]) => [`  ${state}`, grouped(count)]),
    ...Object.entries(byPriority).map(([priority, count]) => [`  priority ${priority}`, grouped(count)]),
    ['reopened', grouped(reopened)],
    ['transferred', grouped(transferred)],
    ['median hours to resolve', medianHoursToResolve === null ? 'none resolved' : grouped(medianHoursToResolve)],
    ['hash', hash],
  ]
    .map(([what = '', value = '']) => `${what.padEnd(24)}${value}`)
    .join('\n');
