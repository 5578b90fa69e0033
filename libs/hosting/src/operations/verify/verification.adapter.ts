import type { Position } from '@onmaru/event-sourcing';
import { deadLettersCheck, erasureBook, findings, logAudit, rowComparison, viewFold, type Check, type Findings, type LogAudit, type TenantsCheck } from '@onmaru/invariants';
import { ERASURE_CATEGORY, erasedSubject, type AnyView } from '@onmaru/read-models';
import { Problem } from '@onmaru/service-kit';
import type { OperatedService, OperationsPorts } from '../operations-ports.adapter.js';
import { logPages } from './log-pages.query.js';
import { atOneMoment } from './view-rows.query.js';

export type Verdict = { readonly events: number; readonly streams: number; readonly checks: readonly Check[]; readonly ok: boolean };

/** The log, which is the same for every service; or what the services hosted here have made of it. */
export type Part = 'log' | 'views';

/** What is asked: every tenant's log (null), or one's; one part of it, or both; and when to give up. */
export type Question = { readonly tenant: string | null; readonly part?: Part; readonly stop: AbortSignal };

/** How long views may take to reach the head of the log, in milliseconds. */
const PATIENCE = 60_000;

/** Proves that the log keeps its promises and that the views are what it makes of them. */
export class Verification {
  /** Proofs are made one after the other: each may fill the memory with one view's rows. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ports: OperationsPorts,
    private readonly patience = PATIENCE,
  ) {}

  verify(question: Question): Promise<Verdict> {
    const mine = this.turn.then(() => this.prove(question));
    this.turn = Promise.allSettled([mine]);
    return mine;
  }

  private async prove({ tenant, part, stop }: Question): Promise<Verdict> {
    const head = await this.ports.log.head();
    if (part !== 'log') await this.caughtUp(head);
    const audit = logAudit(tenant === null);
    const ofLog = part === 'views' ? null : await this.auditLog(audit, head, { tenant, stop });
    const ofViews = part === 'log' ? [] : await this.checkViews(audit.tenants, { tenant, stop });
    const checks = [...(ofLog?.checks ?? []), ...ofViews, audit.tenants.end()].sort((a, b) => a.id.localeCompare(b.id));
    return { events: ofLog?.events ?? 0, streams: ofLog?.streams ?? 0, checks, ok: checks.every(({ ok }) => ok) };
  }

  private async auditLog(audit: LogAudit, head: Position, { tenant, stop }: Question): Promise<Omit<Verdict, 'ok'>> {
    for await (const events of logPages(this.ports.log, { upTo: head, tenant, stop })) events.forEach(audit.see);
    const { events, streams, streamsCheck, assignments } = audit.end(head);
    return { events, streams, checks: [streamsCheck, assignments] };
  }

  /** I3 and I8, and of I9 what rows can show. */
  private async checkViews(tenants: TenantsCheck, { tenant, stop }: Question): Promise<readonly Check[]> {
    const rows = findings('I3');
    for (const service of this.ports.services) {
      for (const view of service.views) await checkView(service, view, { tenant, stop }, rows, tenants);
    }
    const letters = (await this.ports.deadLetters()).filter((letter) => tenant === null || letter.tenant === tenant);
    return [rows.check(), deadLettersCheck(letters)];
  }

  private async caughtUp(head: Position): Promise<void> {
    const there = await Promise.all(this.ports.services.map(({ runner }) => runner.waitFor(head, this.patience)));
    if (there.includes(false)) throw new Problem('view-behind', { position: head }, { 'retry-after': '5' });
  }
}

/** I3 and I9 for one view: its rows at one moment, beside the log folded up to that moment. */
const checkView = (service: OperatedService, view: AnyView, { tenant, stop }: Question, found: Findings, tenants: TenantsCheck): Promise<void> =>
  atOneMoment(service, view, tenant, async ({ position: upTo, parked, shape, pages }) => {
    const fold = viewFold(view, erasedSubject, parked);
    const categories = [...new Set([view.of.category, ...(view.personal ? [ERASURE_CATEGORY] : [])])];
    for await (const events of logPages(service.foldedLog, { upTo, tenant, categories, stop })) events.forEach(fold.take);
    const folded = fold.end();
    folded.breaches.forEach(found.breach);
    // Who is erased while this goes on may be withheld by the log already, and not yet by the rows of that moment.
    const late = erasureBook(view.personal, erasedSubject);
    const since = { after: upTo, upTo: await service.foldedLog.head(), tenant, categories: [ERASURE_CATEGORY], stop };
    if (view.personal) for await (const events of logPages(service.foldedLog, since)) events.forEach(late.see);
    const comparison = rowComparison(shape, folded.rows.map((row) => late.applied(row, upTo)), found);
    for await (const rows of pages) for (const row of rows) comparison.take(late.applied(row, upTo));
    const { checked, strays } = comparison.end();
    tenants.rows(checked, strays);
  });
