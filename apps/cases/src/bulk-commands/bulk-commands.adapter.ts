import type { CommandContext } from '@onmaru/service-kit';
import { v5 } from 'uuid';
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

const AT_ONCE = 16;
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
    const results = new Map<BulkCommand, BulkResult>();
    const waiting = [...Map.groupBy(commands, (command) => command.case).values()];
    const worker = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const [command, result] of await this.takeCase(source, asking, next, strangers)) results.set(command, result);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return commands.map((command) => results.get(command) as BulkResult);
  }

  private async takeCase(source: string, asking: CommandContext, all: readonly BulkCommand[], strangers: ReadonlyMap<BulkCommand, string>) {
    const { tenant } = asking;
    const caseId = v5(`${tenant}\n${source}\n${(all[0] as BulkCommand).case}`, CASE_OF_ANOTHER_SYSTEM);
    const known = all.filter((command) => !strangers.has(command));
    const [number = ''] = known.some(({ type }) => type === 'OpenCase') ? await this.numbers.take(tenant, 1) : [];
    const policies = await this.policies.of(tenant);
    const done = await this.streams.handleMany(
      tenant,
      caseId,
      known.map((act) => ({
        context: { ...asking, actor: { kind: 'external' as const, id: act.actor }, commandId: act.commandId, commandHash: undefined },
        recorded: true,
        decide: (current: Case) => decideAct(act, policyInForce(policies, act.at), number, current),
      })),
    );
    const taken = known.map((command, n): [BulkCommand, BulkResult] => [command, resultOf(command, done[n] as (typeof done)[number])]);
    const refused = all.flatMap((command): [BulkCommand, BulkResult][] => {
      const reason = strangers.get(command);
      return reason === undefined ? [] : [[command, resultOf(command, { outcome: 'refused', refused: reason, events: 0 })]];
    });
    return [...taken, ...refused];
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

type Taken = { readonly outcome: BulkResult['outcome']; readonly refused?: string; readonly events: number; readonly position?: number };

const resultOf = ({ commandId, row }: BulkCommand, { outcome, refused, events, position }: Taken): BulkResult => ({
  commandId,
  ...(row !== undefined && { row }),
  outcome,
  ...(refused !== undefined && { refused }),
  events,
  ...(position !== undefined && { position }),
});
