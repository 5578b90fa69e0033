import type { Platform } from './platform.js';

/** Answers to readers, and how many were refused or never came. */
export type Reading = { readonly answers: number; readonly failed: number; readonly failure?: string };

/** What readers ask for, one after the other: lists, a search, a customer, the newest events as an export. */
const asked = (customers: readonly string[], n: number): string => {
  const paths = ['cases', 'cases?q=유심', `customers/${customers[n % customers.length]}`, 'cases?limit=100', 'events?limit=2000'];
  return paths[n % paths.length] as string;
};

/** Somebody who reads on and on, until `stop` aborts. */
export const reading = async ({ url, token, customers }: Platform, stop: AbortSignal): Promise<Reading> => {
  let [answers, failed] = [0, 0];
  let failure: string | undefined;
  for (let n = 0; !stop.aborted; n += 1) {
    const path = asked(customers, n);
    const answer = await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}`, accept: path.startsWith('events') ? 'application/x-ndjson' : 'application/json' } });
    const text = await answer.text();
    if (answer.ok) answers += 1;
    else {
      failed += 1;
      failure ??= `${path}: ${answer.status} ${text.slice(0, 300)}`;
    }
  }
  return { answers, failed, ...(failure !== undefined && { failure }) };
};
