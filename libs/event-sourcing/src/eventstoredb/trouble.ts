import { LogError } from '../log-error.js';

/** What the client throws, as far as we look at it. `type` is its own word; `code` is gRPC's. */
type ClientError = Error & {
  readonly type?: string;
  readonly code?: number;
  readonly leader?: { readonly address: string; readonly port: number };
  readonly maxAppendSize?: number;
};

/** Where something was asked, and of what. */
export type Asked = { readonly server: string; readonly stream?: string };

const away = ({ server }: Asked, why: string, cause: unknown): LogError => new LogError('unavailable', `The log cannot be reached: EventStoreDB at ${server} ${why}`, { cause });

/** gRPC's codes for what passes, where the client has no word for it: cancelled, out of time, exhausted, aborted, internal, unavailable. */
const PASSING: ReadonlySet<unknown> = new Set([1, 4, 8, 10, 13, 14]);

/** gRPC puts its code before what it says: `14 UNAVAILABLE: No connection established`. */
const said = ({ message }: Error): string => message.replace(/^\d+ [A-Z_]+: /, '').replace(/\.$/, '');

/** What the client throws → a {@link LogError} that names the cause and the cure. What it does not know stays as it is. */
export const troubleOf = (error: unknown, asked: Asked): unknown => {
  if (!(error instanceof Error) || error instanceof LogError) return error;
  const { type, code, leader, maxAppendSize } = error as ClientError;
  const stream = asked.stream ?? 'the log';
  switch (type ?? 'none') {
    case 'unavailable':
      return away(asked, `does not answer (${said(error) || 'it gave no reason'})`, error);
    case 'deadline-exceeded':
      return away(asked, 'did not answer in time: it may be overloaded, or the line to it be cut', error);
    case 'timeout':
      return away(asked, 'could not commit in time: most nodes of its cluster must be up', error);
    case 'cancelled':
      return away(asked, 'ended the request: it is stopping, or the connection was cut', error);
    case 'not-leader':
      return away(asked, `is not the leader of its cluster, which is at ${leader?.address}:${leader?.port}; name all nodes in the address`, error);
    case 'access-denied':
      return new LogError('permission', `EventStoreDB at ${asked.server} refuses this user ${stream}: it belongs to another service, or the user and password in the address are wrong.`, { cause: error });
    case 'stream-deleted':
      return new LogError('damaged-log', `${stream} was deleted at EventStoreDB: what happened there is lost. Restore the server from a backup, and let nobody delete streams of the log.`, { cause: error });
    case 'maximum-append-size-exceeded':
      return new LogError('invalid-append', `Cannot append to ${stream}: EventStoreDB takes at most ${maxAppendSize} bytes at once. Raise its MaxAppendSize, or append less.`, { cause: error });
    default:
      if (PASSING.has(code)) return away(asked, `failed (${said(error)})`, error);
      return error.message.startsWith('Failed to discover') ? away(asked, 'names no node that answers', error) : error;
  }
};
