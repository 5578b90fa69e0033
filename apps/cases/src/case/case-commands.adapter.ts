import { Injectable } from '@nestjs/common';
import { Answer, done, Problem, type CommandContext } from '@onmaru/service-kit';
import type { Clock, Instant } from '@onmaru/time';
import type { CasePolicyVersion } from '../case-policy/case-policy.js';
import { policyInForce } from '../case-policy/policy-in-force.js';
import type { CasePolicyBook } from '../case-policy/case-policy-book.adapter.js';
import type { CaseAnswers } from '../case-details/case-answers.adapter.js';
import type { CaseAnswer } from '../case-details/case-answer.js';
import type { CaseStreams } from './case-streams.adapter.js';
import type { CaseCommand } from './decider.js';

/** A command that still lacks its moment and the policy in force then. */
export type Wish = (at: Instant, policy: CasePolicyVersion) => CaseCommand;

/** Carries out commands to cases and answers with the case as it is then. */
@Injectable()
export class CaseCommands {
  constructor(
    private readonly streams: CaseStreams,
    private readonly policies: CasePolicyBook,
    private readonly answers: CaseAnswers,
    private readonly clock: Clock,
  ) {}

  async handle(caseId: string, asking: CommandContext, wish: Wish): Promise<Answer<CaseAnswer>> {
    if (asking.caller.role === 'customer') await this.onlyOwn(caseId, asking);
    return this.carryOut(caseId, asking, wish);
  }

  async open(caseId: string, asking: CommandContext, wish: Wish): Promise<Answer<CaseAnswer>> {
    const { body, standing } = await this.carryOut(caseId, asking, wish);
    return new Answer(body, standing, `/api/v1/cases/${caseId}`);
  }

  private async carryOut(caseId: string, asking: CommandContext, wish: Wish): Promise<Answer<CaseAnswer>> {
    const at = this.clock.now();
    const policies = await this.policies.of(asking.tenant);
    const outcome = await this.streams.handle(asking, caseId, wish(at, policyInForce(policies, at)), asking.expected);
    const { history, revision, position } = done(outcome);
    return new Answer(await this.answers.folded(asking.caller, history), { revision, position });
  }

  private async onlyOwn(caseId: string, { tenant, actor }: CommandContext): Promise<void> {
    const current = await this.streams.now(tenant, caseId);
    if (current.state === 'unknown' || current.customerId !== actor.id) throw new Problem('case-not-found');
  }
}
