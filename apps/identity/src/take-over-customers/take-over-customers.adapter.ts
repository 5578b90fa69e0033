import type { CommandContext } from '@onmaru/service-kit';
import type { Clock } from '@onmaru/time';
import { personId } from '../person-id.adapter.js';
import type { CustomerStreams } from '../customer/customer-streams.adapter.js';
import { registerCustomer } from '../customer/register-customer/register-customer.js';
import type { CustomerLine } from './take-over-customers.dto.js';

/** Who the customer of a line is here, and what became of registering them: `refused` when somebody had registered them in another way. */
export type TakenOver = {
  readonly externalId: string;
  readonly id: string;
  readonly outcome: 'appended' | 'unchanged' | 'repeated' | 'refused';
  readonly refused?: string;
  readonly position?: number;
};

/** Registers the customers of another system, all of them in one go. A line that was taken once is not taken again. */
export class TakeOverCustomers {
  constructor(
    private readonly customers: CustomerStreams,
    private readonly clock: Clock,
  ) {}

  /** An answer for each line, in their order. */
  take(asking: CommandContext, lines: readonly CustomerLine[]): Promise<readonly TakenOver[]> {
    const at = this.clock.now();
    return Promise.all(lines.map((line) => this.takeOne(asking, line, at)));
  }

  private async takeOne(asking: CommandContext, line: CustomerLine, at: string): Promise<TakenOver> {
    const { tenant } = asking;
    const { externalId, name, email = null, phone = null, locale = null } = line;
    const id = personId(asking, 'customer', externalId);
    const data = { customerId: id, name, email, phone, locale, externalId };
    const context = { ...asking, commandId: `take over ${externalId}`, commandHash: undefined };
    const [done] = await this.customers.handleMany(tenant, id, [{ context, decide: (current) => registerCustomer({ at, data }, current) }], true);
    if (!done) throw new Error(`Nothing became of a line for customer ${id}`);
    const { outcome, refused, position } = done;
    return { externalId, id, outcome, ...(refused !== undefined && { refused }), ...(position !== undefined && { position }) };
  }
}
