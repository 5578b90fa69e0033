import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { findings, historyCheck, logAudit, progressCheck, readsCheck, type Check, type Look } from '@onmaru/invariants';
import type { Platform } from '../ground/platform.js';
import type { Command, History } from '../history.js';
import { asking } from '../load/asking.js';

/** Every invariant, checked; and how long the log is. */
export type Evidence = { readonly events: number; readonly streams: number; readonly checks: readonly Check[] };

const PAGE = 5000;
/** How long the proof of the views may take to be answered, in milliseconds. */
const PATIENCE = 120_000;

/** I1, I2, I4, the streams of I9, and the reads, in one pass over the log. */
const ofLog = async ({ database }: Platform, { commands, reads }: History): Promise<Evidence> => {
  const log = await postgresEventStore({ connection: database, writers: 1, readers: 1 });
  try {
    const head = await log.head();
    const [audit, told, seen] = [logAudit(true), historyCheck(), readsCheck()];
    for (let after = 0; after < head; ) {
      const page = await log.readAll(after, { everyTenant: true }, PAGE);
      for (const event of page.events) {
        audit.see(event);
        told.see(event);
        seen.see(event);
      }
      if (page.upTo <= after) break;
      after = page.upTo;
    }
    const { events, streams, streamsCheck, assignments } = audit.end(head);
    return { events, streams, checks: [told.end(commands), streamsCheck, assignments, audit.tenants.end(), seen.end(reads)] };
  } finally {
    await log.close();
  }
};

/** I3, I8, and the rows of I9, as the platform's own `verify` proves them: it knows its views. */
const ofViews = async ({ url, operator }: Platform): Promise<readonly Check[]> => {
  const { answered } = await asking(url, operator)({ path: 'operations/verify?part=views', within: PATIENCE }, PATIENCE);
  if (answered?.status === 200) return answered.body['checks'] as readonly Check[];
  const unproved = findings('I3');
  unproved.breach({ what: `views-not-proved-${answered?.status ?? 'unanswered'}` });
  return [unproved.check()];
};

/** No kill may cost a message its delivery: whatever consumers gave up on is a fault. */
const noLetters = (checks: readonly Check[]): Check => {
  const none = findings('letters');
  const given = checks.find(({ id }) => id === 'I8')?.checked ?? 0;
  if (given > 0) none.breach({ what: 'given-up', more: given });
  return none.check();
};

/** Clients knew how every case stood: what was refused without a reason was forgotten, or made up. */
export const refusalsCheck = (commands: readonly Command[]): Check => {
  const found = findings('refusals');
  for (const { outcome, refusalExpected, verb, status, tenant, commandId, stream } of commands) {
    found.count();
    if (outcome === 'fail' && !refusalExpected) found.breach({ what: `${verb}-refused-${status}`, tenant, stream, id: commandId });
    if (outcome === 'ok' && refusalExpected) found.breach({ what: `${verb}-not-refused`, tenant, stream, id: commandId });
  }
  return found.check();
};

/** Checks everything that must hold once the platform is whole again; `looks` are those at its backlog. */
export const evidence = async (platform: Platform, history: History, looks: readonly Look[], limitMs: number): Promise<Evidence> => {
  const { events, streams, checks } = await ofLog(platform, history);
  const views = await ofViews(platform);
  return { events, streams, checks: [...checks, ...views, noLetters(views), progressCheck(looks, limitMs), refusalsCheck(history.commands)] };
};
