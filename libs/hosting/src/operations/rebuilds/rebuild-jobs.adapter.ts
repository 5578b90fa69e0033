import type { Rebuild } from '@onmaru/read-models';
import { Problem } from '@onmaru/service-kit';
import type { HostedViews } from '../hosted-views.adapter.js';

/** Rebuilds of all services' views. They run in the background and are known to their tables, so that nothing here remembers. */
export class RebuildJobs {
  constructor(private readonly views: HostedViews) {}

  /** The newest of each view. */
  async list(): Promise<readonly Rebuild[]> {
    const services = new Set(this.views.all.map(({ service }) => service));
    return (await Promise.all([...services].map(({ runner }) => runner.rebuilds.list()))).flat();
  }

  /** Begins them, or goes on with those that are not finished; leaves alone what runs. Throws the problem `view-not-found`. */
  async start(names: readonly string[] | undefined, compareOnly: boolean): Promise<readonly Rebuild[]> {
    const wanted = names?.map((name) => this.views.called(name)) ?? this.views.all;
    for (const [{ runner }, views] of Map.groupBy(wanted, ({ service }) => service)) {
      await runner.rebuilds.start({ views: [...new Set(views.map(({ name }) => name))], compareOnly });
    }
    return (await this.list()).filter(({ view }) => wanted.some(({ name }) => name === view));
  }

  /** Throws the problems `view-not-found`, `rebuild-not-found` and `rebuild-ended`. */
  async pause(name: string): Promise<Rebuild> {
    await this.unfinished(name);
    await this.views.called(name).service.runner.rebuilds.pause(name);
    return this.of(name);
  }

  async resume(name: string): Promise<Rebuild> {
    const { compareOnly } = await this.unfinished(name);
    await this.start([name], compareOnly);
    return this.of(name);
  }

  /** How it stood; it is not listed any more. */
  async cancel(name: string): Promise<Rebuild> {
    const stood = await this.unfinished(name);
    await this.views.called(name).service.runner.rebuilds.cancel(name);
    return { ...stood, state: 'failed', reason: 'cancelled' };
  }

  private async of(name: string): Promise<Rebuild> {
    const found = (await this.views.called(name).service.runner.rebuilds.list()).find(({ view }) => view === name);
    if (!found) throw new Problem('rebuild-not-found', { view: name });
    return found;
  }

  private async unfinished(name: string): Promise<Rebuild> {
    const found = await this.of(name);
    if (found.state === 'done') throw new Problem('rebuild-ended', { view: name });
    return found;
  }
}
