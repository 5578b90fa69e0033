import { agreeing } from './agreeing.js';
import { appending } from './appending.js';
import { bearing } from './bearing.js';
import { enduring } from './enduring.js';
import type { LogUnderTest } from './log-under-test.js';
import { ordering } from './ordering.js';
import { reading } from './reading.js';
import { refusing } from './refusing.js';
import { remembering } from './remembering.js';
import { repeating } from './repeating.js';
import { subscribing } from './subscribing.js';

type Promises = (log: () => LogUnderTest) => void;

/**
 * What every log must keep, as specs: run it in a spec file, once for each adapter. `makeLog` opens an empty log
 * before the first spec; it is closed after the last one. `leftOut` is for what would show nothing: a log that people use
 * leaves out nothing. Uses the test runner's globals.
 */
export const eventStoreContract = (name: string, makeLog: () => Promise<LogUnderTest>, leftOut: readonly Promises[] = []): void => {
  describe(`The log (${name})`, () => {
    let log: LogUnderTest;
    beforeAll(async () => {
      log = await makeLog();
    }, 120_000);
    afterAll(() => log?.close());
    const all: readonly Promises[] = [appending, repeating, refusing, reading, subscribing, ordering, agreeing, remembering, enduring, bearing];
    for (const promises of all) if (!leftOut.includes(promises)) promises(() => log);
  });
};
