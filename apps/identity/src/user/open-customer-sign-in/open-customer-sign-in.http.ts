import { Controller, Inject, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, caughtUp, IdempotencyKeys, Problem, Requires, SeenPosition, VIEWS, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
import { CustomersQuery } from '../../views/customers/customers.query.js';
import { CustomerSignIns } from './customer-sign-ins.adapter.js';
import { SignInOpenedBody } from './open-customer-sign-in.dto.js';

@Controller('customers/:id')
export class OpenCustomerSignInHttp {
  constructor(
    private readonly signIns: CustomerSignIns,
    private readonly customers: CustomersQuery,
    private readonly keys: IdempotencyKeys,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  /** With the customer's own e-mail address. Asked again, a customer who can sign in is told so. */
  @Post('open-sign-in')
  @Requires('customer:open-sign-in')
  @Answers(200, SignInOpenedBody)
  async open(@Param('id') id: string, @Asking() asking: CommandContext, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const customer = (await this.customers.one(asking.tenant, id)) ?? (await this.ofAMomentAgo(asking.tenant, id));
    if (!customer || customer.erasedAt !== null) throw new Problem('customer-not-found');
    if (customer.email === null) throw new Problem('no-email-address');
    await this.keys.bind(asking);
    const { oneTimePassword, ...at } = await this.signIns.open(asking, id, customer.email);
    if (oneTimePassword === undefined) throw new Problem('signs-in-already');
    return new Answer({ oneTimePassword }, at);
  }

  private async ofAMomentAgo(tenant: string, id: string) {
    await caughtUp(this.views, await this.signIns.head());
    return this.customers.one(tenant, id);
  }
}
