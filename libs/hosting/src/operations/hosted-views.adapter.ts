import type { AnyView } from '@onmaru/read-models';
import { Problem } from '@onmaru/service-kit';
import type { OperatedService } from './operations-ports.adapter.js';

export type HostedView = { readonly name: string; readonly view: AnyView; readonly service: OperatedService };

/** Every view that is hosted here, by a name that no other has. */
export class HostedViews {
  readonly all: readonly HostedView[];

  constructor(services: readonly OperatedService[]) {
    this.all = services.flatMap((service) => service.views.map((view) => ({ name: view.name, view, service })));
    const twice = this.names().find((name, place, names) => names.indexOf(name) !== place);
    if (twice !== undefined) throw new Error(`Two services have a view ${twice}: operators could not tell them apart`);
  }

  /** Throws the problem `view-not-found`. */
  called(name: string): HostedView {
    const found = this.all.find((one) => one.name === name);
    if (!found) throw new Problem('view-not-found', { view: name, views: this.names().join(', ') });
    return found;
  }

  private names(): readonly string[] {
    return this.all.map(({ name }) => name);
  }
}
