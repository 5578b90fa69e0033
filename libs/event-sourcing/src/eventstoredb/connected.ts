import type { EventStoreDBClient } from '@eventstore/db-client';
import { server, type Server } from './server.js';

type Library = { readonly EventStoreDBClient: typeof EventStoreDBClient };

/** Connection strings of KurrentDB say the same under another name. */
const asEventStoreDb = (connection: string): string => connection.trim().replace(/^(?:kurrentdb|kurrent|kdb)(\+discover)?:/, 'esdb$1:');

const PARTS = /^esdb(?:\+discover)?:\/\/(?:([^:@/]+):([^@/]*)@)?([^/?]+)/;

const notInstalled = (cause: unknown): Error =>
  new Error('The client of EventStoreDB is not installed: run `npm install @eventstore/db-client@6.2.1` where Onmaru is installed.', { cause });

/** What the client says of an address that it cannot read, without the address: that may hold a password. */
const whereWrong = ({ message }: Error): string => /position (\d+), expected (.+)$/s.exec(message)?.slice(1).join(', expected ') ?? 'somewhere';

/**
 * A client for the server that a connection string names. It connects when it is first asked. Throws where the string is
 * none, or the client is not installed.
 */
export const connected = async (connection: string, deadline: number, load: () => Promise<Library> = () => import('@eventstore/db-client')): Promise<Server> => {
  const text = asEventStoreDb(connection);
  const [, username, password = '', hosts] = PARTS.exec(text) ?? [];
  if (hosts === undefined) throw new Error('The address of EventStoreDB is none: it begins with esdb:// or esdb+discover://, and names a host and its port.');
  const { EventStoreDBClient } = await load().catch((cause: unknown) => {
    throw notInstalled(cause);
  });
  const insecure = /[?&]tls=false\b/i.test(text);
  // Without TLS the client leaves out who it is; that it is said at all keeps appends apart from each other.
  const credentials = username === undefined ? (insecure ? { username: 'nobody', password: '' } : undefined) : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  const parsed = async (): Promise<EventStoreDBClient> => EventStoreDBClient.connectionString(text);
  const client = await parsed().catch((error: Error) => {
    throw new Error(`The address of EventStoreDB is wrong at letter ${whereWrong(error)}`);
  });
  return server({ client, name: hosts, deadline, ...(credentials && { credentials }) });
};
