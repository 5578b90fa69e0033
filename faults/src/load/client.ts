import { randomUUID } from 'node:crypto';
import type { Command } from '../history.js';
import { nextCommand, type CaseCommand, type OwnCase } from './case-work.js';
import type { ClientParts } from './client-parts.js';
import { reader, type Reader } from './reader.js';

/** How long a command, once begun, is sent again, in milliseconds. */
const PATIENCE = 60_000;
/** Cases that one client works on at once. */
const AT_ONCE = 8;
/** Of so many commands one is followed by a look at what became of the case. */
const LOOKS = 0.25;

type Sent = Pick<Command, 'outcome'> & { readonly position: number; readonly id: string | undefined };

/** Sends one command until it is answered, and writes down what became of it. */
const sending = ({ name: client, tenant, history, now }: ClientParts) =>
  async (verb: string, path: string, body: object, key: string, stream: string | null, { refused, mayChangeNothing }: Pick<CaseCommand, 'refused' | 'mayChangeNothing'> = {}): Promise<Sent> => {
    const invoked = now();
    const what = { client, verb, tenant: tenant.name, commandId: `${tenant.actor}:${key}`, stream: stream ?? 'case-?', invoked };
    history.invoke(what);
    const { answered, tries, doubtful } = await tenant.ask({ path, body, headers: { 'idempotency-key': key } }, PATIENCE);
    const status = answered?.status ?? null;
    const outcome = status === null ? 'info' : status < 300 ? 'ok' : doubtful ? 'info' : 'fail';
    const id = answered?.body['id'] as string | undefined;
    history.complete({ ...what, stream: stream ?? `case-${id}`, completed: now(), tries, status, outcome, refusalExpected: refused === true, ...(mayChangeNothing && { mayChangeNothing }) });
    return { outcome, position: answered?.position ?? 0, id };
  };

/** Somebody who opens cases and works on them, one command after the other, until `stop` aborts. */
export const client = async (parts: ClientParts, stop: AbortSignal): Promise<void> => {
  const { tenant, from } = parts;
  const send = sending(parts);
  const looks: Reader = reader(parts);
  const own = new Map<string, OwnCase>();

  const open = async (): Promise<void> => {
    const key = randomUUID();
    const body = { customerId: from.pick(tenant.customers), subject: '새 유심이 인식되지 않아요', description: 'It says that there is no card.', channel: 'phone', impact: from.pick([1, 2, 3]), externalId: key };
    const { outcome, position, id } = await send('open', 'cases', body, key, null);
    if (outcome !== 'ok' || id === undefined) return;
    own.set(id, { id, state: 'open', queue: null, commands: 0 });
    if (from.next() < LOOKS) await looks.forNew(id, key, position);
  };

  const workOn = async (one: OwnCase): Promise<void> => {
    const command = nextCommand(from, one, tenant);
    if (command === null) return void own.delete(one.id);
    const { verb, body, then } = command;
    const { outcome, position } = await send(verb, `cases/${one.id}/${verb}`, body, randomUUID(), `case-${one.id}`, command);
    // Nobody can say how it stands after what nobody can say anything of.
    if (outcome === 'info' || (outcome === 'fail' && !command.refused)) return void own.delete(one.id);
    own.set(one.id, { ...one, ...(outcome === 'ok' && then), commands: one.commands + 1 });
    if (outcome === 'ok' && from.next() < LOOKS) await looks.at(one.id, position);
  };

  while (!stop.aborted) {
    if (own.size < AT_ONCE) await open();
    else await workOn(from.pick([...own.values()]));
  }
};
