import type { CaseCommand } from './acts.js';

/** Everybody and everything that some commands name, each once. */
export type Names = { readonly customers: readonly string[]; readonly staff: readonly string[]; readonly queues: readonly string[] };

/** Their ids on the platform. */
export type Ids = Readonly<Record<keyof Names, ReadonlyMap<string, string>>>;

/** The queue that stands for a group of the log. */
export const queueOf = (group: string): string => `Group ${group}`;

export const namesIn = (commands: readonly CaseCommand[]): Names => {
  const customers = new Set<string>();
  const staff = new Set<string>();
  const queues = new Set<string>();
  for (const { data } of commands) {
    if ('customer' in data && data.customer !== null) customers.add(data.customer);
    if ('assignee' in data) staff.add(data.assignee);
    if ('group' in data && data.group !== null) queues.add(queueOf(data.group));
  }
  return { customers: [...customers], staff: [...staff], queues: [...queues] };
};
