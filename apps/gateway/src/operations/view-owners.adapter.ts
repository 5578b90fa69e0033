import { Problem } from '@onmaru/service-kit';
import type { InTheirName } from '../services/asking.adapter.js';
import type { Services } from '../services/services.adapter.js';
import { unavailable } from '../services/unavailable.adapter.js';

type Standing = { readonly view: string };

/** Which service has which views. */
export class ViewOwners {
  constructor(private readonly services: Services) {}

  /** These views by their service. Throws the problem `view-not-found`, and `unavailable` where who is away may have one. */
  async of(names: readonly string[], asking: InTheirName): Promise<ReadonlyMap<string, readonly string[]>> {
    if (names.length === 0) return new Map();
    const { told, away } = await this.services.askWhoIsThere<readonly Standing[]>(this.services.names.map((service) => ({ service, path: '/api/v1/operations/views' })), asking);
    const owners = new Map(told.flatMap(({ service, body }) => body.map(({ view }) => [view, service] as const)));
    const unknown = names.find((name) => !owners.has(name));
    if (unknown !== undefined && away.length > 0) throw unavailable(away);
    if (unknown !== undefined) throw new Problem('view-not-found', { view: unknown, views: [...owners.keys()].join(', ') });
    return Map.groupBy(new Set(names), (name) => owners.get(name) as string);
  }

  /** The service of one view. */
  async ofOne(name: string, asking: InTheirName): Promise<string> {
    const [owner] = (await this.of([name], asking)).keys();
    return owner as string;
  }
}
