import { LIMITS } from './targets.js';

/** A figure of a run that must stay below another; `value` is undefined where the run does not say it. */
export type Limited = { readonly figure: string; readonly value: number | undefined; readonly below: number };

const at = (absolute: unknown, path: string): number | undefined => {
  const found = path.split('.').reduce((part: unknown, name) => (typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>)[name] : undefined), absolute);
  return typeof found === 'number' ? found : undefined;
};

/** The figures of a bench that have a limit, as a run has them. */
export const limited = (bench: string, absolute: Readonly<Record<string, unknown>>): readonly Limited[] =>
  Object.entries(LIMITS[bench] ?? {}).map(([figure, below]) => ({ figure, value: at(absolute, figure), below }));

/** Whether a figure stays below; one that is not said does not. */
export const isBelow = ({ value, below }: Limited): boolean => value !== undefined && value < below;
