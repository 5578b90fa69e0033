import type { EventStore } from '@onmaru/event-sourcing';
import type { Parked } from '@onmaru/read-models';
import type { HostedViews } from '../hosted-views.adapter.js';

/** Where a view stands. `failing` says why it does not get on, to those who run the platform; to others, only that. */
export type ViewStanding = {
  readonly view: string;
  readonly position: number;
  readonly head: number;
  readonly failing?: string;
  readonly parked: readonly Omit<Parked, 'view'>[];
};

export class ViewStandings {
  constructor(
    private readonly views: HostedViews,
    private readonly log: Pick<EventStore, 'head'>,
  ) {}

  /** With the parked streams of every tenant (null), or of one. */
  async of(tenant: string | null): Promise<readonly ViewStanding[]> {
    const services = new Set(this.views.all.map(({ service }) => service));
    const parked = (await Promise.all([...services].map(({ runner }) => runner.parked()))).flat().filter((one) => tenant === null || one.tenant === tenant);
    const head = await this.log.head();
    return this.views.all.map(({ name, service: { runner } }) => {
      const { position = 0, failing } = runner.status().find(({ view }) => view === name) ?? {};
      const why = failing !== undefined && { failing: tenant === null ? failing : 'withheld' };
      return { view: name, position, head, ...why, parked: parked.filter(({ view }) => view === name).map(({ view: _, ...one }) => one) };
    });
  }
}
