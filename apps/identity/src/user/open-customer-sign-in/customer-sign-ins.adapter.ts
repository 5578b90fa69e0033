import type { EventStore, Position } from '@onmaru/event-sourcing';
import { done, type Done } from '@onmaru/service-kit';
import { signInOf, type Asked } from '../../person-id.adapter.js';
import type { Credentials } from '../../sign-in/credentials.adapter.js';
import { oneTimePassword } from '../../sign-in/one-way.adapter.js';
import type { ShownOnce } from '../../sign-in/shown-once.adapter.js';
import type { UserStreams } from '../user-streams.adapter.js';
import { openCustomerSignIn } from './open-customer-sign-in.js';

export type Opened = Done & { readonly oneTimePassword?: string };

/** Lets customers sign in to see their own cases: takes their e-mail address first, then records that they can. */
export class CustomerSignIns {
  constructor(
    private readonly log: Pick<EventStore, 'readStream' | 'head'>,
    private readonly users: UserStreams,
    private readonly credentials: Credentials,
    private readonly shown: ShownOnce,
  ) {}

  /** Everything that was written up to now. */
  head(): Promise<Position> {
    return this.log.head();
  }

  /** `password`, where it is given, holds from now on, also for who could sign in before. */
  async open(asking: Asked, customerId: string, email: string, password?: string): Promise<Opened> {
    const { tenant } = asking;
    const userId = signInOf(customerId);
    const isNew = (await this.log.readStream(tenant, `user-${userId}`)).length === 0;
    const told = password ?? this.shown.of('password of customer', asking, !isNew, oneTimePassword);
    if (isNew && told !== null) await this.credentials.claim({ userId, tenant, customerId }, email, told);
    if (!isNew && password !== undefined) await this.credentials.ensurePassword(tenant, userId, password);
    const opened = done(await this.users.handle(asking, userId, (current, at) => openCustomerSignIn({ at, data: { customerId, email } }, current)));
    return { ...opened, ...(password === undefined && told !== null && { oneTimePassword: told }) };
  }
}
