import { NO_FAULTS, type LogFaults } from '../testing/log-faults.js';
import { acceptedAtOnce, crossedCommits, delayedWriters, lagBesideAStranger } from './faults-of-peers.js';
import type { LogUnderTest } from './log-under-test.js';
import { sequenceLog } from './sequence-log.js';

/** What goes wrong in a wrong log goes wrong now and then: its writers and its reader begin anew until it does, or for the tenth time. */
const untilFound = async (log: LogUnderTest, faults: (found: LogFaults) => readonly unknown[]): Promise<readonly unknown[]> => {
  for (let attempt = 1; attempt < 10; attempt += 1) {
    const found = faults(await delayedWriters(log));
    if (found.length > 0) return found;
  }
  return faults(await delayedWriters(log));
};

describe('What the contract asks of a log finds', () => {
  let log: LogUnderTest;
  afterEach(() => log.close());

  it('that a second create is taken, and an append to a stream that is not there', async () => {
    log = await sequenceLog('by position');
    expect(await acceptedAtOnce(log, 'none')).toBe(32);
    expect(await acceptedAtOnce(log, 'exists')).toBe(32);
  });

  it.each([1, 2, 100])('what a reader in pages of %d loses who goes by a sequence', async (limit) => {
    log = await sequenceLog('by position');
    const found = await crossedCommits(log, limit, 10_000);
    expect(found.lost).toHaveLength(1);
    expect(found).toEqual({ ...NO_FAULTS, lost: found.lost });
  });

  it('that he loses the more, the more write with delays', async () => {
    log = await sequenceLog('by position');
    expect(await untilFound(log, ({ lost }) => lost)).not.toEqual([]);
  }, 60_000);

  it('what a reader gets out of order, twice or never who goes by transactions and notes positions', async () => {
    log = await sequenceLog('by transaction, with a checkpoint by position');
    expect(await untilFound(log, ({ lost, doubled, outOfOrder }) => [...lost, ...doubled, ...outOfOrder])).not.toEqual([]);
  }, 60_000);

  it.each(['here', 'elsewhere'] as const)('that a stranger’s open transaction (%s) holds back a reader who waits for the oldest one', async (where) => {
    log = await sequenceLog('behind the oldest transaction');
    expect(await lagBesideAStranger(log, where, 1000)).toBe(Infinity);
  });
});
