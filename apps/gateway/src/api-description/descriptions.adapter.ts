import type { OpenAPIObject } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { routeTable, type RouteTable } from '../forwarding/route-table.adapter.js';
import { answeredJson } from '../services/answered-json.adapter.js';
import type { ServiceLines } from '../services/lines.adapter.js';
import type { ServiceLine } from '../services/service-line.adapter.js';
import type { Description } from './description.js';
import { mergedDescription } from './merged-description.js';

/** How often services are asked what they serve, and how long they may think, in milliseconds. */
const EVERY = 5000;
const WITHIN = 4000;

/** What services say that they serve. What one has said holds while it is away. */
export class Descriptions {
  private readonly told = new Map<string, { readonly text: string; readonly description: Description }>();
  private own: OpenAPIObject | undefined;
  private table: RouteTable = () => undefined;
  private merged: OpenAPIObject | undefined;
  private readonly ending = new AbortController();
  private next: NodeJS.Timeout | undefined;

  constructor(
    private readonly lines: ServiceLines,
    private readonly logger: Logger,
    private readonly every = EVERY,
  ) {}

  /** Asks all services, once now and from then on again and again. `own`: what the gateway serves itself. */
  async begin(own: OpenAPIObject): Promise<void> {
    this.own = own;
    await this.look();
  }

  end(): void {
    this.ending.abort(new Error('The gateway ends'));
    clearTimeout(this.next);
  }

  serviceOf(method: string, url: string): string | undefined {
    return this.table(method, url);
  }

  /** The services that have not said yet what they serve. */
  missing(): readonly string[] {
    return this.lines.all.map(({ name }) => name).filter((name) => !this.told.has(name));
  }

  /** What the whole platform serves, as far as it is known. */
  withOthers(own: OpenAPIObject): OpenAPIObject {
    return this.merged ?? own;
  }

  private async look(): Promise<void> {
    const changed = await Promise.all(this.lines.all.map((line) => this.ask(line)));
    try {
      if (changed.includes(true)) this.take();
    } catch (error) {
      this.logger.error({ err: error as Error }, 'what services say that they serve cannot be used: what they said before holds');
    }
    if (!this.ending.signal.aborted) this.next = setTimeout(() => void this.look(), this.every).unref();
  }

  /** Whether it says something new. */
  private async ask(line: ServiceLine): Promise<boolean> {
    try {
      const description = await answeredJson<Description>(line, { method: 'GET', path: '/api/openapi.json', headers: [], gone: this.ending.signal, headWithin: WITHIN });
      const text = JSON.stringify(description);
      if (text === this.told.get(line.name)?.text) return false;
      this.told.set(line.name, { text, description });
      return true;
    } catch (error) {
      if (!this.ending.signal.aborted) this.logger.debug({ err: error as Error, service: line.name }, 'a service does not say what it serves');
      return false;
    }
  }

  private take(): void {
    if (!this.own) return;
    const described = new Map(this.lines.all.flatMap(({ name }) => (this.told.has(name) ? [[name, this.told.get(name)?.description as Description]] : [])));
    const { serviceOf, contested } = routeTable(this.own as unknown as Description, described);
    const { description, clashes } = mergedDescription(this.own as unknown as Description, described);
    this.table = serviceOf;
    this.merged = description as unknown as OpenAPIObject;
    for (const { route, has, wants } of contested) this.logger.error({ route, has, wants }, 'two services describe one route: the first has it');
    for (const { service, component } of clashes) this.logger.error({ service, component }, 'two services mean something else by one name: the second one’s is described with its service’s name in front');
  }
}
