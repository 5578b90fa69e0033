import { resolve } from 'node:path';
import { account } from './account.js';
import { binaries } from './binaries.js';
import { prepareDataFolder, superuserPassword } from './data-folder.js';
import { freePort } from './free-port.js';
import { keptRunning } from './kept-running.js';
import { noteLauncher, settleLeftover } from './leftover.js';
import { launch, type Launched } from './server.js';
import { explain, isPortTaken } from './trouble.js';

export type PostgresOptions = {
  /** The data folder; made when missing, used again when it is there. One PostgreSQL at a time. */
  readonly dir: string;
  /** A TCP port on 127.0.0.1; 0 or absent takes a free one. */
  readonly port?: number;
  /** Whether an acknowledged commit outlives a power cut. Only tests can do without. */
  readonly durable: boolean;
  readonly maxConnections?: number;
  /** When given, a PostgreSQL that ends by itself is started again on its port; called with each such end, and with what keeps it from starting again. */
  readonly again?: (what: string) => void;
};

export type LocalPostgres = {
  /** Connection URL, password included, of the superuser `onmaru` on the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Stops PostgreSQL, cutting every connection. Harmless when it is repeated. */
  stop(): Promise<void>;
};

// What an application got wrong may quote personal data, so PostgreSQL's own log stays silent about single statements.
const settings = ({ durable, maxConnections = 100 }: PostgresOptions): readonly string[] => [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'io_method=sync',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  `max_connections=${maxConnections}`,
  ...(durable ? ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
];

/**
 * Starts the PostgreSQL 18 that npm brought, on 127.0.0.1 only, and resolves when it answers. A PostgreSQL that an
 * earlier, killed process left running on the folder is stopped first; committed data survives that.
 *
 * @throws PostgresStartError with cause and cure: a busy port, a full disk, a folder of another version or in use.
 */
export const startPostgres = async (options: PostgresOptions): Promise<LocalPostgres> => {
  const dir = resolve(options.dir);
  const runsAs = account();
  const programs = await binaries();
  prepareDataFolder(dir, programs, runsAs, options.durable);
  const launched = async (port: number): Promise<Launched> => {
    const overlook = await settleLeftover(dir);
    noteLauncher(dir);
    return launch({ postgres: programs.postgres, dir, port, settings: settings(options), runsAs, overlook });
  };
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port || (await freePort());
    const first = await launched(port);
    if ('pid' in first) {
      const { stop } = options.again ? keptRunning(first, () => launched(port), options.again) : first;
      return { url: `postgres://onmaru:${superuserPassword(dir)}@127.0.0.1:${port}/postgres`, port, stop };
    }
    if (options.port || attempt === 5 || !isPortTaken(first.failed)) throw explain(first.failed, { dir, port });
  }
};
