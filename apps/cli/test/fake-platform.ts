import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Taken = { readonly case: string; readonly commandId: string; readonly type: string; readonly row: number; readonly data: Record<string, unknown> };

/** What a spec wants to go wrong: it sees each request first, and answers true where it has answered it itself. */
type Trouble = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** As much of the platform as an import sees: names get ids, a command is taken once, each makes one event. */
export class FakePlatform {
  readonly taken: Taken[] = [];
  readonly named = new Map<string, string>();
  readonly requests: { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** The bodies it was sent, as text. */
  readonly bodies: string[] = [];
  trouble: Trouble = () => false;
  /** What it answers to a path, below `/api/v1/` and without a query: JSON, or NDJSON where it is text. */
  readonly answers = new Map<string, object | string>([['me', { tenant: 'demo' }]]);

  private readonly server = createServer((request, response) => void this.answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const path = url.replace('/api/v1/', '');
    this.requests.push({ method, path, headers });
    if (await this.trouble(request, response)) return;
    const body = await text(request);
    this.bodies.push(body);
    const prepared = this.answers.get(path.split('?')[0] ?? '');
    if (typeof prepared === 'string') return void response.setHeader('content-type', 'application/x-ndjson').end(prepared);
    if (prepared) return this.json(response, 200, prepared);
    if (path === 'customers/commands') {
      const lines = body.trimEnd().split('\n').map((line) => JSON.parse(line) as { externalId: string });
      response.setHeader('content-type', 'application/x-ndjson');
      response.end(lines.map(({ externalId }) => `${JSON.stringify({ externalId, id: this.idOf('customers', { name: externalId }), outcome: 'appended' })}\n`).join(''));
    } else if (path.startsWith('cases/commands')) {
      response.setHeader('content-type', 'application/x-ndjson');
      response.end(body.trimEnd().split('\n').map((line) => `${JSON.stringify(this.take(JSON.parse(line) as Taken))}\n`).join(''));
    } else if (method === 'POST') {
      this.json(response, 201, { id: this.idOf(path, JSON.parse(body) as { name: string }) });
    } else {
      this.json(response, 200, { items: this.list(new URL(path, 'http://fake')) });
    }
  }

  json(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  /** As the platform does it: the one asked for, else the first page. */
  private list({ pathname, searchParams }: URL): readonly object[] {
    const asked = searchParams.get(pathname === '/queues' ? 'name' : 'externalId');
    const all = [...this.named].map(([key, id]) => ({ path: `/${key.split('/')[0]}`, id, name: key.split('/')[1], externalId: key.split('/')[1] }));
    return all.filter(({ path, name }) => path === pathname && (asked === null || name === asked)).slice(0, 50);
  }

  private idOf(path: string, { name }: { name: string }): string {
    const key = `${path}/${name}`;
    const id = this.named.get(key) ?? `id of ${key}`;
    this.named.set(key, id);
    return id;
  }

  take(command: Taken): object {
    const { commandId, row } = command;
    if (this.taken.some((other) => other.commandId === commandId)) return { commandId, row, outcome: 'repeated', events: 0 };
    this.taken.push(command);
    return { commandId, row, outcome: 'appended', events: 1, position: this.taken.length };
  }
}
