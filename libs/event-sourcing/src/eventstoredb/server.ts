import type { Readable } from 'node:stream';
import type { EventStoreDBClient, Filter as ClientFilter } from '@eventstore/db-client';
import type { Revision } from '../event.js';
import { LogError } from '../log-error.js';
import type { EventForServer, EventOfServer } from './event-of-server.js';
import type { StreamFilter } from './names.js';
import { troubleOf } from './trouble.js';

/** What the log asks of an EventStoreDB. Whatever fails throws a {@link LogError}. A revision of 0: there is no such stream. */
export type Server = {
  /** Appends behind exactly that revision; false when the stream has another. What was appended before, with the same ids, is taken for appended. */
  append(stream: string, after: Revision, events: readonly EventForServer[]): Promise<boolean>;
  /** Its events behind that revision, in order. */
  readStream(stream: string, after: Revision): AsyncIterable<EventOfServer>;
  lastOf(stream: string): Promise<EventOfServer | null>;
  /** Every event of the server from that one on, up to where it ends by now. */
  readFrom(at: number | null): AsyncIterable<EventOfServer>;
  /** The events behind that one in streams of the filter, for ever: a catch-up subscription to `$all`. `deadline` is how long it may say nothing. */
  follow(after: number | null, filter: StreamFilter, deadline?: number): AsyncIterable<EventOfServer>;
  close(): Promise<void>;
};

type Incoming = Readable & { readonly cancel?: () => Promise<void>; readonly unsubscribe?: () => Promise<void> };

/** How many events that a filter leaves out lie between two signs of life, in the server's windows of 32. */
const SIGN_OF_LIFE = 100;

const positionOf = (at: number | null): 'start' | { readonly commit: bigint; readonly prepare: bigint } => (at === null ? 'start' : { commit: BigInt(at), prepare: BigInt(at) });

const letGo = (incoming: Incoming): void => void Promise.allSettled([(incoming.cancel ?? incoming.unsubscribe)?.call(incoming)]);

export type ServerOptions = {
  readonly client: EventStoreDBClient;
  /** What it is called where it fails. */
  readonly name: string;
  /** Sent with each append, so that the client does not gather appends: what it gathers, it shares between all clients of the process. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** How long it may say nothing when it was asked, in milliseconds. */
  readonly deadline: number;
};

export const server = ({ client, name, credentials, deadline }: ServerOptions): Server => {
  const leader = { requiresLeader: true } as const;
  const failed = (error: unknown, stream?: string): unknown => troubleOf(error, { server: name, ...(stream !== undefined && { stream }) });

  async function* events(incoming: Incoming, silence: { since: number }, patience: number, stream?: string): AsyncGenerator<EventOfServer, void> {
    // The client speaks of errors also when nobody listens any more.
    incoming.on('error', () => undefined);
    const tooLong = (): void => void (performance.now() - silence.since > patience && incoming.destroy(new LogError('unavailable', `The log cannot be reached: EventStoreDB at ${name} has said nothing for ${patience / 1000} s`)));
    const watch = patience < Infinity ? setInterval(tooLong, patience / 4) : undefined;
    let ended = false;
    try {
      const coming = incoming[Symbol.asyncIterator]() as AsyncIterator<{ readonly event?: EventOfServer }>;
      for (;;) {
        silence.since = performance.now();
        const next = await coming.next();
        silence.since = Infinity;
        ended = next.done === true;
        if (next.done) return;
        if (next.value.event) yield next.value.event;
      }
    } catch (error) {
      ended = (error as { readonly type?: string }).type === 'stream-not-found';
      if (!ended) throw failed(error, stream);
    } finally {
      clearInterval(watch);
      if (!ended) letGo(incoming);
    }
  }

  return {
    async append(stream, after, sent) {
      try {
        const expectedRevision = after === 0 ? ('no_stream' as const) : BigInt(after - 1);
        const { success } = await client.appendToStream(stream, sent as never, { expectedRevision, deadline, ...leader, ...(credentials && { credentials }) });
        return success;
      } catch (error) {
        if ((error as { readonly type?: string }).type === 'wrong-expected-version') return false;
        throw failed(error, stream);
      }
    },
    readStream: (stream, after) => events(client.readStream(stream, { fromRevision: BigInt(after), ...leader }) as Incoming, { since: Infinity }, deadline, stream),
    async lastOf(stream) {
      for await (const event of events(client.readStream(stream, { fromRevision: 'end', direction: 'backwards', maxCount: 1, ...leader }) as Incoming, { since: Infinity }, deadline, stream)) return event;
      return null;
    },
    readFrom: (at) => events(client.readAll({ fromPosition: positionOf(at), ...leader }) as Incoming, { since: Infinity }, deadline),
    follow: (after, filter, patience = Infinity) => {
      const silence = { since: Infinity };
      const checkpointReached = async (): Promise<void> => {
        if (silence.since < Infinity) silence.since = performance.now();
      };
      const asked = { filterOn: 'streamName', checkpointInterval: SIGN_OF_LIFE, checkpointReached, ...filter } as unknown as ClientFilter;
      return events(client.subscribeToAll({ fromPosition: positionOf(after), filter: asked, ...leader }) as Incoming, silence, patience);
    },
    close: () => client.dispose(),
  };
};
