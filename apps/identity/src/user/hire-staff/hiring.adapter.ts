import type { EventStore } from '@onmaru/event-sourcing';
import { done, type Done } from '@onmaru/service-kit';
import { personId, type Asked } from '../../person-id.adapter.js';
import type { Credentials } from '../../sign-in/credentials.adapter.js';
import { oneTimePassword } from '../../sign-in/one-way.adapter.js';
import type { ShownOnce } from '../../sign-in/shown-once.adapter.js';
import type { StaffRole } from '../user.js';
import type { UserStreams } from '../user-streams.adapter.js';
import { hireStaff } from './hire-staff.js';

export type Applicant = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly role: StaffRole;
  readonly externalId?: string | undefined;
  readonly capacity?: number | undefined;
  /** Holds from now on, also for whoever was hired before; made up where it is not given. */
  readonly password?: string | undefined;
};
/** Whose command it is, who they will be, and the password to tell them; `isNew`: their address was taken just now. */
export type Place = { readonly asking: Asked; readonly userId: string; readonly isNew: boolean; readonly told?: string };
export type Hired = Done & { readonly userId: string; readonly oneTimePassword?: string };

/** Makes somebody a staff member: takes their e-mail address first, since it must be unique, then records them. */
export class Hiring {
  constructor(
    private readonly log: Pick<EventStore, 'readStream'>,
    private readonly users: UserStreams,
    private readonly credentials: Credentials,
    private readonly shown: ShownOnce,
  ) {}

  async hire(asking: Asked, applicant: Applicant): Promise<Hired> {
    return this.record(await this.prepare(asking, applicant), applicant);
  }

  /** The problem `email-in-use` where somebody else has the address. */
  async prepare(asking: Asked, { email, externalId, password }: Applicant): Promise<Place> {
    const { tenant } = asking;
    const userId = personId(asking, 'user', externalId ?? null);
    const isNew = (await this.log.readStream(tenant, `user-${userId}`)).length === 0;
    if (email === undefined) return { asking, userId, isNew };
    const told = password ?? this.shown.of('password of staff', asking, !isNew, oneTimePassword);
    if (isNew && told !== null) await this.credentials.claim({ userId, tenant, customerId: null }, email, told);
    if (!isNew && password !== undefined) await this.credentials.ensurePassword(tenant, userId, password);
    return { asking, userId, isNew, ...(password === undefined && told !== null && { told }) };
  }

  async record({ asking, userId, told }: Place, applicant: Applicant): Promise<Hired> {
    const { name, email = null, role, externalId = null, capacity = null } = applicant;
    const data = { userId, name, email, role, externalId, capacity };
    const hired = done(await this.users.handle(asking, userId, (current, at) => hireStaff({ at, data }, current)));
    return { ...hired, userId, ...(told !== undefined && { oneTimePassword: told }) };
  }
}
