import type { CommandContext } from '@onmaru/service-kit';
import { v5 } from 'uuid';
import type { CasePolicies } from '../case-policy/case-policy.js';
import { policyInForce } from '../case-policy/policy-in-force.js';
import type { CasePolicyBook } from '../case-policy/case-policy-book.adapter.js';
import type { CaseNumbers } from '../case/case-numbers.adapter.js';
import type { Case } from '../case/case.js';
import type { CaseStreams } from '../case/case-streams.adapter.js';
import type { DirectoryQuery } from '../directory/directory.query.js';
import { decideAct, idsNamed, type BulkCommand } from './bulk-command.js';

export type BulkResult = {
  readonly commandId: string;
  readonly row?: number;
  readonly outcome: 'appended' | 'unchanged' | 'repeated' | 'refused';
  readonly refused?: string;
  readonly events: number;
  readonly position?: number;
};

/** Cases that are decided at once: what they come to goes into the log together. */
const AT_ONCE = 512;
const CASE_OF_ANOTHER_SYSTEM = '0f4dd5fb-8f5b-4a57-9c0e-9a5f0a8c9c0e';

/** Takes history from another system: a stream is loaded once, its commands decided in order, and appended together. */
export class BulkCommands {
  constructor(
    private readonly streams: CaseStreams,
    private readonly policies: CasePolicyBook,
    private readonly numbers: CaseNumbers,
    private readonly directory: DirectoryQuery,
  ) {}

  /** A result per command, in their order. */
  async take(source: string, asking: CommandContext, commands: readonly BulkCommand[]): Promise<readonly BulkResult[]> {
    const strangers = await this.strangers(asking.tenant, commands);
    const known = commands.filter((command) => !strangers.has(command));
    const policies = await this.policies.of(asking.tenant);
    const cases = [...Map.groupBy(known, (command) => command.case).values()];
    const numbers = (await this.numbers.take(asking.tenant, cases.filter(opens).length)).values();
    const results = new Map<BulkCommand, BulkResult>([...strangers].map(([command, refused]) => [command, resultOf(command, { outcome: 'refused', refused, events: 0 })]));
    const waiting = cases.map((acts) => ({ acts, number: opens(acts) ? (numbers.next().value ?? '') : '' })).values();
    const worker = async () => {
      for (const { acts, number } of waiting) {
        const done = await this.takeCase(source, asking, acts, policies, number);
        acts.forEach((command, n) => results.set(command, resultOf(command, done[n] as Taken)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return commands.map((command) => results.get(command) as BulkResult);
  }

  private takeCase(source: string, asking: CommandContext, acts: readonly BulkCommand[], policies: CasePolicies, number: string): Promise<readonly Taken[]> {
    const caseId = v5(`${asking.tenant}\n${source}\n${acts[0]?.case}`, CASE_OF_ANOTHER_SYSTEM);
    const requests = acts.map((act) => ({
      context: { ...asking, actor: { kind: 'external' as const, id: act.actor }, commandId: act.commandId, commandHash: undefined },
      recorded: true,
      decide: (current: Case) => decideAct(act, policyInForce(policies, act.at), number, current),
    }));
    return this.streams.handleMany(asking.tenant, caseId, requests, acts[0]?.type === 'OpenCase');
  }

  /** Commands that name a customer, a queue or a member of staff that does not exist, and what to say of them. */
  private async strangers(tenant: string, commands: readonly BulkCommand[]): Promise<ReadonlyMap<BulkCommand, string>> {
    const named = commands.map((command) => ({ command, ids: idsNamed(command) }));
    const unknown = async (kind: 'customer' | 'queue' | 'staff', ids: readonly (string | null)[]) =>
      new Set(await this.directory.unknown(tenant, kind, [...new Set(ids.filter((id) => id !== null))]));
    const customers = await unknown('customer', named.flatMap(({ ids }) => ids.customers));
    const queues = await unknown('queue', named.flatMap(({ ids }) => ids.queues));
    const staff = await unknown('staff', named.flatMap(({ ids }) => ids.staff));
    return new Map(
      named.flatMap(({ command, ids }): [BulkCommand, string][] => {
        if (ids.customers.some((id) => id !== null && customers.has(id))) return [[command, 'customer-unknown']];
        if (ids.queues.some((id) => id !== null && queues.has(id))) return [[command, 'queue-unknown']];
        return ids.staff.some((id) => staff.has(id)) ? [[command, 'staff-unknown']] : [];
      }),
    );
  }
}

const opens = (acts: readonly BulkCommand[]): boolean => acts.some(({ type }) => type === 'OpenCase');

type Taken = { readonly outcome: BulkResult['outcome']; readonly refused?: string; readonly events: number; readonly position?: number };

const resultOf = ({ commandId, row }: BulkCommand, { outcome, refused, events, position }: Taken): BulkResult => ({
  commandId,
  ...(row !== undefined && { row }),
  outcome,
  ...(refused !== undefined && { refused }),
  events,
  ...(position !== undefined && { position }),
});
