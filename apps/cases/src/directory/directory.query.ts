import type { EventStore } from '@onmaru/event-sourcing';
import { caughtUp, Problem, type CaughtUp } from '@onmaru/service-kit';
import { In, type DataSource } from 'typeorm';
import type { Names } from '../case-details/case-answer.js';
import type { DirectoryEntries, DirectoryEntry } from './directory-entries.query.js';
import { DirectoryRow, type DirectoryKind } from './directory.entity.js';

/** Who and what other contexts know, asked by id or by name. */
export class DirectoryQuery {
  constructor(
    private readonly source: DataSource,
    private readonly entries: DirectoryEntries,
    private readonly log: Pick<EventStore, 'head'>,
    private readonly news: CaughtUp,
  ) {}

  /** Names for all of these ids in one look. */
  async names(tenant: string, ids: readonly (string | null)[]): Promise<Names> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const known = new Map(wanted.length === 0 ? [] : (await this.entries.of(tenant, wanted)).map((entry) => [entry.id, entry]));
    return {
      queue: (id) => known.get(id)?.name ?? null,
      customer: (id) => known.get(id)?.name ?? null,
      staff: (id) => ({ id, externalId: known.get(id)?.externalId ?? null, name: known.get(id)?.name ?? null }),
    };
  }

  /** Id of the queue of this name. Throws `queue-unknown`. */
  async queue(tenant: string, name: string): Promise<string> {
    return (await this.find(async () => (await this.source.getRepository(DirectoryRow).findOneBy({ tenant, kind: 'queue', name }))?.id)) ?? unknownIs('queue-unknown', name);
  }

  /** The member of staff, if there is one. Throws `staff-unknown`. */
  async staff(tenant: string, id: string): Promise<string> {
    return (await this.find(() => this.known(tenant, id, ({ kind }) => kind === 'staff'))) ?? unknownIs('staff-unknown', id);
  }

  /** The customer, if there is one who has not been erased: nothing new is said of those. Throws `customer-unknown`. */
  async customer(tenant: string, id: string): Promise<string> {
    return (await this.find(() => this.known(tenant, id, ({ kind, name }) => kind === 'customer' && name !== null))) ?? unknownIs('customer-unknown', id);
  }

  private async known(tenant: string, id: string, fits: (entry: DirectoryEntry) => boolean): Promise<string | undefined> {
    return (await this.entries.of(tenant, [id])).find(fits)?.id;
  }

  /** Nothing when nobody has said that it exists up to now; `view-behind` when the latest news is still on its way. */
  private async find(look: () => Promise<string | undefined>): Promise<string | undefined> {
    const found = await look();
    if (found !== undefined) return found;
    await caughtUp(this.news, await this.log.head());
    return look();
  }

  /** Those of these ids that nobody has said exist up to now; `view-behind` when the latest news is still on its way. */
  async unknown(tenant: string, kind: DirectoryKind, ids: readonly string[]): Promise<readonly string[]> {
    const look = async () => {
      const rows = await this.source.getRepository(DirectoryRow).find({ select: { id: true }, where: { tenant, kind, id: In([...ids]) } });
      const known = new Set(rows.map(({ id }) => id));
      return ids.filter((id) => !known.has(id));
    };
    if (ids.length === 0 || (await look()).length === 0) return [];
    await caughtUp(this.news, await this.log.head());
    return look();
  }
}

const unknownIs = (code: string, named: string): never => {
  throw new Problem(code, { named });
};
