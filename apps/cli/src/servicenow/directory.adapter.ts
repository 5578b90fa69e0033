import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from '../platform/api.adapter.js';
import { Failure } from '../platform/failure.js';
import { bulkAnswers } from './bulk-answers.adapter.js';
import type { Ids, Names } from './names.js';

/** How many staff and queues are made known at once; customers, of whom there are many more, go together in one request. */
const AT_ONCE = 16;

/** How often one that is known already is looked for. */
const LOOKS = 25;

type Known = { readonly id: string };
type Kind = {
  readonly path: 'staff' | 'queues';
  readonly body: (name: string) => object;
  /** The query to which the platform answers the one of that name, and no other. */
  readonly search: (name: string) => Readonly<Record<string, string>>;
};

const KINDS: Readonly<Record<'staff' | 'queues', Kind>> = {
  staff: {
    path: 'staff',
    body: (name) => ({ name, role: 'agent', externalId: name }),
    search: (name) => ({ externalId: name }),
  },
  queues: { path: 'queues', body: (name) => ({ name }), search: (name) => ({ name }) },
};

/** The platform's ids for the names of a log. Who and what it does not know yet is made known to it, once. */
export class Directory {
  private readonly known = { customers: new Map<string, Promise<string>>(), staff: new Map<string, Promise<string>>(), queues: new Map<string, Promise<string>>() };

  constructor(private readonly api: Api) {}

  async idsFor(names: Names): Promise<Ids> {
    const [customers, staff, queues] = await Promise.all([this.customers(names.customers), this.of('staff', names.staff), this.of('queues', names.queues)]);
    return { customers, staff, queues };
  }

  private async customers(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const strangers = names.filter((name) => !this.known.customers.has(name));
    const taken = strangers.length === 0 ? null : this.takeOver(strangers);
    if (taken) for (const name of strangers) this.known.customers.set(name, taken.then((ids) => ids.get(name) as string));
    return new Map(await Promise.all(names.map(async (name) => [name, await (this.known.customers.get(name) as Promise<string>)] as const)));
  }

  /** Who is known already, by whichever way, is answered like the others. */
  private async takeOver(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const lines = names.map((name) => ({ externalId: name, name }));
    const known = await bulkAnswers<Known & { readonly externalId: string }>(this.api, 'customers/commands', lines, ({ externalId }) => externalId);
    return new Map(known.map(({ externalId, id }) => [externalId, id]));
  }

  private async of(kind: 'staff' | 'queues', names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    const waiting = names.values();
    const work = async () => {
      for (const name of waiting) {
        const id = this.known[kind].get(name) ?? this.makeKnown(KINDS[kind], name);
        this.known[kind].set(name, id);
        ids.set(name, await id);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return ids;
  }

  private async makeKnown({ path, body, search }: Kind, name: string): Promise<string> {
    const headers = { 'idempotency-key': `servicenow:${path}:${digestOf(name)}` };
    const response = await this.api.ask(path, { method: 'POST', body: body(name), headers, also: [409] });
    return response.ok ? ((await response.json()) as Known).id : this.find(path, search(name), name);
  }

  /** Somebody else has made it known, so it is there, or will be as soon as the view has caught up. */
  private async find(path: string, query: ReturnType<Kind['search']>, name: string): Promise<string> {
    for (let tried = 1; tried <= LOOKS; tried += 1) {
      const { items } = await this.api.json<{ items: readonly Known[] }>(path, { query });
      if (items[0]) return items[0].id;
      await pause(200);
    }
    throw new Failure(
      `The platform says that "${name}" is among its ${path} already, but its list does not show it.`,
      'The list may be behind what the platform has taken in. Give the same command again in a minute: it goes on from here.',
    );
  }
}

/** A header takes no more than Latin letters, and a key no more than 128 of them. */
const digestOf = (name: string): string => createHash('sha256').update(name).digest('base64url');
