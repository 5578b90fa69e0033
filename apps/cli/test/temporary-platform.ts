import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standaloneOf, type Standalone } from '../src/platform/standalone.adapter.js';
import { onmaru, type Ended } from './onmaru.js';

/** An empty platform on a folder of its own, with one tenant. */
export class TemporaryPlatform {
  private static readonly made = new Set<TemporaryPlatform>();
  private standalone: Standalone | null = null;

  private constructor(readonly folder: string) {}

  /** PostgreSQL may run as another user than the tests, who must be able to get to the folder. */
  static async make(): Promise<TemporaryPlatform> {
    const folder = await mkdtemp(join(tmpdir(), 'onmaru-cli-'));
    await chmod(folder, 0o755);
    const platform = new TemporaryPlatform(folder);
    TemporaryPlatform.made.add(platform);
    await platform.start();
    const { code, said } = await platform.onmaru('tenant', 'create', 'Hanok', '--admin', 'ada@hanok.example');
    if (code !== 0) throw new Error(said);
    return platform;
  }

  get env(): Readonly<Record<string, string>> {
    return { ONMARU_DATA: this.data, ONMARU_DEMO: 'off' };
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  onmaru(...args: readonly string[]): Promise<Ended> {
    return onmaru(args, this.env);
  }

  async json<T>(...args: readonly string[]): Promise<T> {
    const { out, said } = await this.onmaru(...args);
    if (out === '') throw new Error(said);
    return JSON.parse(out) as T;
  }

  /** Keeps the platform running until `stop`, so that each command need not start it. */
  async start(): Promise<void> {
    process.env.ONMARU_DEMO = 'off';
    this.standalone = await standaloneOf(this.data, () => {});
  }

  async stop(): Promise<void> {
    await this.standalone?.end();
    this.standalone = null;
  }

  /** Takes away every one that was made, however far a spec came. */
  static async removeAll(): Promise<void> {
    for (const platform of this.made) {
      await platform.stop();
      await rm(platform.folder, { recursive: true, force: true });
    }
    this.made.clear();
  }
}
