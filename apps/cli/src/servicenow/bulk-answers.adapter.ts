import type { Api } from '../platform/api.adapter.js';
import { BrokenOff } from '../platform/lines.adapter.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };

/** How often lines are sent whose answer broke off. */
const TRIES = 5;

/** Sends lines to a bulk endpoint, which may be sent again, and answers a result for each. What was answered before an answer broke off stands. */
export const bulkAnswers = async <Result>(api: Api, path: string, lines: readonly object[], nameOf: (result: Result) => string): Promise<readonly Result[]> => {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const results = new Map<string, Result>();
  for (let tried = 1; ; tried += 1) {
    try {
      for await (const line of api.lines(path, { method: 'POST', body, headers: NDJSON })) {
        const result = JSON.parse(line) as Result;
        if (!results.has(nameOf(result))) results.set(nameOf(result), result);
      }
      return [...results.values()];
    } catch (error) {
      if (!(error instanceof BrokenOff) || tried === TRIES) throw error;
    }
  }
};
