import { rowIn, type StoredEvent } from '@onmaru/event-sourcing';
import { may, Problem, type Caller } from '@onmaru/service-kit';
import type { Clock } from '@onmaru/time';
import type { CasePolicies } from '../case-policy/case-policy.js';
import { policyInForce } from '../case-policy/policy-in-force.js';
import type { CasePolicyBook } from '../case-policy/case-policy-book.adapter.js';
import { cases } from '../case/case.js';
import { possibleVerbs } from '../case/possible-verbs.js';
import type { DirectoryQuery } from '../directory/directory.query.js';
import { caseAnswer, forCustomer, type CaseAnswer } from './case-answer.js';
import { caseOf, shownCase, type ShownCase } from './shown-case.js';

/** Cases as answers: rows, or streams folded to rows, with names and with what the caller can do. */
export class CaseAnswers {
  constructor(
    private readonly directory: DirectoryQuery,
    private readonly policies: CasePolicyBook,
    private readonly clock: Clock,
  ) {}

  async ofRows(caller: Caller, rows: readonly ShownCase[], policies?: CasePolicies): Promise<readonly CaseAnswer[]> {
    const at = this.clock.now();
    const names = await this.directory.names(caller.tenant, rows.flatMap(({ queueId, assigneeId, customerId }) => [queueId, assigneeId, customerId]));
    const policy = policyInForce(policies ?? (await this.policies.of(caller.tenant)), at);
    return rows.map((row) => {
      const can = possibleVerbs(caseOf(row), at, policy).filter((verb) => may(caller.role, `case:${verb}`));
      return shownTo(caller, caseAnswer(row, names, can));
    });
  }

  async folded(caller: Caller, history: readonly StoredEvent[], policies: CasePolicies): Promise<CaseAnswer> {
    const [answer] = await this.ofRows(caller, [rowOf(history)], policies);
    return answer as CaseAnswer;
  }

  /** The case of a past moment: what was so then, by today's names, and nothing can be done to it. */
  async past(caller: Caller, history: readonly StoredEvent[]): Promise<CaseAnswer> {
    const row = rowOf(history);
    const names = await this.directory.names(caller.tenant, [row.queueId, row.assigneeId, row.customerId]);
    return shownTo(caller, caseAnswer(row, names, []));
  }
}

const shownTo = (caller: Caller, answer: CaseAnswer): CaseAnswer => (caller.role === 'customer' ? forCustomer(answer) : answer);

/** A case's stream as its row. Throws `case-not-found` when it never was opened. */
export const rowOf = (history: readonly StoredEvent[]): ShownCase => {
  const row = rowIn(history, cases.events, shownCase);
  if (row === null) throw new Problem('case-not-found');
  return row;
};
