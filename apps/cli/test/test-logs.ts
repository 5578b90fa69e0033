import { appendFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SAMPLE = fileURLToPath(new URL('../sample/incidents.csv', import.meta.url));

const { ONMARU_TEST_DATA, ONMARU_TEST_NOTES, INIT_CWD } = process.env;
const whole = ONMARU_TEST_DATA && resolve(INIT_CWD ?? '.', ONMARU_TEST_DATA, 'servicenow-incidents/incident_event_log_train.csv.gz');

/** The whole log, where the machine has it. */
export const WHOLE_LOG: string | null = whole && existsSync(whole) ? whole : null;

/** The logs to run against: the committed sample always, the whole one where it is. */
export const LOGS: readonly (readonly [name: string, path: string])[] = [['the committed sample', SAMPLE], ...(WHOLE_LOG ? [['the whole log', WHOLE_LOG] as const] : [])];

/** Says at the end of the test run that the whole log was not there. */
export const noteIfSampleOnly = (suite: string): void => {
  if (!WHOLE_LOG && ONMARU_TEST_NOTES) appendFileSync(ONMARU_TEST_NOTES, `${suite}: ran on the committed sample only\n`);
};
