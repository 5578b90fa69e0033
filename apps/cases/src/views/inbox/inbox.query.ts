import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { grams, queryWords } from '@onmaru/search';
import type { CaseDetails } from '../../case-details/case-details.js';
import { CaseDetailsRow } from '../../case-details/case-details.entity.js';
import { cursorAfter } from './cursor.js';
import type { InboxQuestion } from './inbox-question.js';

export type InboxPage = { readonly rows: readonly CaseDetails[]; readonly nextCursor: string | null };

/** Cases that answer the question, the newest first, a page at a time. */
export class InboxQuery {
  constructor(private readonly source: DataSource) {}

  async page(tenant: string, question: InboxQuestion): Promise<InboxPage> {
    const { limit, after } = question;
    const select = this.matching(tenant, question).orderBy('c.openedAt', 'DESC').addOrderBy('c.id', 'DESC').limit(limit + 1);
    if (after !== undefined) select.andWhere('(c.openedAt, c.id) < (:openedAt, :id)', after);
    const rows = await select.getMany();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page, nextCursor: rows.length > limit && last ? cursorAfter(last) : null };
  }

  private matching(tenant: string, question: InboxQuestion): SelectQueryBuilder<CaseDetailsRow> {
    const select = this.source.createQueryBuilder(CaseDetailsRow, 'c').where('c.tenant = :tenant', { tenant });
    const { queue, states, priorities, assigneeId, customerId, externalId, reopened, q } = question;
    if (queue !== undefined) select.andWhere(`c.queueId = ${known("d.kind = 'queue' AND d.name = :queue")}`, { queue });
    if (states !== undefined) select.andWhere('c.state IN (:...states)', { states });
    if (priorities !== undefined) select.andWhere('c.priority IN (:...priorities)', { priorities });
    if (assigneeId === null) select.andWhere('c.assigneeId IS NULL');
    else if (assigneeId !== undefined) select.andWhere('c.assigneeId = :assigneeId', { assigneeId });
    if (customerId !== undefined) select.andWhere('c.customerId = :customerId', { customerId });
    if (externalId !== undefined) select.andWhere('c.externalId = :externalId', { externalId });
    if (reopened !== undefined) select.andWhere(reopened ? 'c.reopenCount > 0' : 'c.reopenCount = 0');
    queryWords(q ?? '').forEach((word, n) => select.andWhere(mentions(n), { [`word${n}`]: word, [`grams${n}`]: grams(word) }));
    return select;
  }
}

/** Ids from the directory, found before any case is looked at, so that the index over their column serves. */
const known = (condition: string): string => `ANY (ARRAY(SELECT d.id FROM cases.directory d WHERE d.tenant = :tenant AND ${condition}))`;

/** The index over pairs of letters finds candidates, the text itself decides. */
const mentions = (n: number): string =>
  `((c.wordGrams @> :grams${n}::text[] AND position(:word${n} in c.words) > 0)
    OR (c.labelGrams @> :grams${n}::text[] AND position(:word${n} in c.labels) > 0)
    OR c.customerId = ${known(`d.kind = 'customer' AND d.grams @> :grams${n}::text[] AND position(:word${n} in lower(d.name)) > 0`)})`;
