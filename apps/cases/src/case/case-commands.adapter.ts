import { Answer, done, Problem, type CommandContext } from '@onmaru/service-kit';
import type { Clock, Instant } from '@onmaru/time';
import type { CasePolicyBook } from '../case-policy/case-policy-book.adapter.js';
import type { CasePolicyVersion } from '../case-policy/case-policy.js';
import { policyInForce } from '../case-policy/policy-in-force.js';
import type { CaseAnswer } from '../case-details/case-answer.js';
import type { CaseAnswers } from '../case-details/case-answers.adapter.js';
import type { CaseStreams } from './case-streams.adapter.js';
import type { Case, CaseEvent, Decision } from './case.js';

/** A rule with its command, which still lacks the moment, and the policy in force then. */
export type Decide = (current: Case, moment: { readonly at: Instant; readonly policy: CasePolicyVersion }) => Decision<CaseEvent['type']>;

/** Carries out commands to cases and answers with the case as it is then. */
export class CaseCommands {
  constructor(
    private readonly streams: CaseStreams,
    private readonly policies: CasePolicyBook,
    private readonly answers: CaseAnswers,
    private readonly clock: Clock,
  ) {}

  /** Customers see no cases but their own. */
  async handle(caseId: string, asking: CommandContext, decide: Decide): Promise<Answer<CaseAnswer>> {
    const { tenant, caller, actor } = asking;
    if (caller.role === 'customer') {
      const current = await this.streams.current(tenant, caseId);
      if (current.state === 'unknown' || current.customerId !== actor.id) throw new Problem('case-not-found');
    }
    return this.carryOut(caseId, asking, decide);
  }

  async open(caseId: string, asking: CommandContext, decide: Decide): Promise<Answer<CaseAnswer>> {
    const { body, standing } = await this.carryOut(caseId, asking, decide, 'create');
    return new Answer(body, standing, `/api/v1/cases/${caseId}`);
  }

  private async carryOut(caseId: string, asking: CommandContext, decide: Decide, how: 'handle' | 'create' = 'handle'): Promise<Answer<CaseAnswer>> {
    // The moment first: what is published after it is not in force at it.
    const at = this.clock.now();
    const reading = this.policies.of(asking.tenant);
    const rule = reading.then((policies) => (current: Case) => decide(current, { at, policy: policyInForce(policies, at) }));
    const outcome = await this.streams[how](asking, caseId, rule, asking.expected);
    const { history, ...standing } = done(outcome);
    return new Answer(await this.answers.folded(asking.caller, history, await reading), standing);
  }
}
