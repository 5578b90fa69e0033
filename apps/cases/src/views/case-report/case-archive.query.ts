import { createHash } from 'node:crypto';
import { recorded, type EventStore, type StoredEvent } from '@onmaru/event-sourcing';
import { elapsed } from '@onmaru/time';
import type { DataSource } from 'typeorm';
import { cases } from '../../case/case.js';
import type { DirectoryQuery } from '../../directory/directory.query.js';
import type { Moment } from '../../case-details/as-of.js';
import { caseAnswer } from '../../case-details/case-answer.js';
import { shownCase, type ShownCase } from '../../case-details/shown-case.js';
import { CaseDetailsRow } from '../../case-details/case-details.entity.js';
import { comparableCase, exportedCase, type ExportedCase } from './case-export.js';

const BATCH = 1000;

/** All cases of a tenant, as they are or as they were. */
export class CaseArchiveQuery {
  constructor(
    private readonly source: DataSource,
    private readonly log: EventStore,
    private readonly directory: DirectoryQuery,
  ) {}

  /** How far the log goes: what is asked of all cases is answered up to there. */
  head(): Promise<number> {
    return this.log.head();
  }

  /** Sorted by external id, then by number. */
  async *cases(tenant: string, moment: Moment | null, personal: boolean): AsyncIterable<ExportedCase> {
    const rows = moment === null ? await this.present(tenant) : await this.past(tenant, moment);
    rows.sort((one, other) => order(one.externalId ?? '', other.externalId ?? '') || order(one.number, other.number));
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      const names = await this.directory.names(tenant, batch.flatMap(({ queueId, assigneeId, customerId }) => [queueId, assigneeId, customerId]));
      yield* batch.map((row) => exportedCase(caseAnswer(row, names, []), personal));
    }
  }

  private present(tenant: string): Promise<ShownCase[]> {
    return this.source.getRepository(CaseDetailsRow).findBy({ tenant });
  }

  /** Each stream is folded; what counts is the row after its last event that the moment includes. */
  private async past(tenant: string, moment: Moment): Promise<ShownCase[]> {
    const running = new Map<string, ShownCase | null>();
    const included = new Map<string, ShownCase>();
    for (let after = 0, head = await this.log.head(); after < head; ) {
      const page = await this.log.readAll(after, { tenant, categories: ['case'] });
      for (const stored of page.events) {
        const event = recorded(cases.events, stored);
        const row = shownCase(running.get(event.stream) ?? null, event);
        running.set(event.stream, row);
        if (row !== null && includes(moment, event)) included.set(event.stream, row);
      }
      after = page.upTo;
    }
    return [...included.values()];
  }
}

const includes = (moment: Moment, { occurredAt, position }: Pick<StoredEvent, 'occurredAt' | 'position'>): boolean =>
  'instant' in moment ? elapsed(occurredAt, moment.instant) >= 0 : position <= moment.position;

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** SHA-256 over what two platforms with the same history agree on, a case a line, in the order given. */
export const hashOfCases = (cases: readonly ExportedCase[]): string => {
  const hash = createHash('sha256');
  for (const one of cases) hash.update(`${JSON.stringify(sorted(comparableCase(one)))}\n`);
  return hash.digest('hex');
};

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => order(one, other)).map(([name, part]) => [name, sorted(part)]));
};
