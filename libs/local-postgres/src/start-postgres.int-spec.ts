import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { hasEnded } from './process-table.js';
import { startPostgres, type LocalPostgres } from './start-postgres.js';

const asked = async (url: string, statement: string): Promise<unknown[][]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows as unknown[][];
  } finally {
    await client.end();
  }
};

const postmaster = (dir: string): number => Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('The PostgreSQL that comes with the platform', () => {
  let place: string;
  let dir: string;
  const running: LocalPostgres[] = [];
  const start = async (options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<LocalPostgres> => {
    const server = await startPostgres({ dir, durable: false, ...options });
    running.push(server);
    return server;
  };

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'onmaru-local-'));
    chmodSync(place, 0o711);
    dir = join(place, 'data');
    await (await start()).stop();
  }, 120_000);
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    await asked(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(await asked((await start()).url, 'select answer from kept')).toEqual([[42]]);
  });

  it('listens on the port it was given, on this machine only', async () => {
    const { port } = await start();
    await running.pop()?.stop();
    const { url } = await start({ port });
    expect(new URL(url).port).toBe(String(port));
    expect(await asked(url, 'show listen_addresses')).toEqual([['127.0.0.1']]);
  });

  it('is closed to whoever does not know the password of this folder', async () => {
    const { port } = await start();
    await expect(asked(`postgres://onmaru:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('finds Korean text by its trigrams', async () => {
    const { url } = await start();
    await asked(url, 'create extension if not exists pg_trgm');
    expect(await asked(url, "select show_trgm('환불') <> '{}'")).toEqual([[true]]);
  });

  it('loses no commit when a durable one is killed', async () => {
    const { url } = await start({ durable: true });
    expect(await asked(url, "select current_setting('fsync'), current_setting('synchronous_commit')")).toEqual([['on', 'on']]);
    await asked(url, 'create table survived as select 1 as one');
    process.kill(postmaster(dir), 'SIGKILL');
    expect(await hasEnded(postmaster(dir), 5000)).toBe(true);
    expect(await asked((await start({ durable: true })).url, 'select one from survived')).toEqual([[1]]);
  });

  it('is started again at the same place whenever it is killed, where that is asked for, and stays away once it was stopped', async () => {
    const said: string[] = [];
    const { url, stop } = await start({ durable: true, again: (what) => said.push(what) });
    await asked(url, 'create table outlived as select 1 as one');
    for (const round of [1, 2]) {
      const killed = postmaster(dir);
      process.kill(killed, 'SIGKILL');
      await hasEnded(killed, 5000);
      const answered = async (): Promise<unknown> => (await Promise.allSettled([asked(url, 'select one from outlived')])).map((one) => (one.status === 'fulfilled' ? one.value : null))[0];
      for (let tried = 0; tried < 200 && (await answered()) === null; tried += 1) await new Promise((later) => setTimeout(later, 50));
      expect(await answered()).toEqual([[1]]);
      expect(said.filter((what) => what.includes('ended by itself'))).toHaveLength(round);
    }
    const last = postmaster(dir);
    await stop();
    await new Promise((later) => setTimeout(later, 500));
    expect([existsSync(join(dir, 'postmaster.pid')), await hasEnded(last, 0)]).toEqual([false, true]);
  });

  it('takes over a folder on which a killed launcher left it running', async () => {
    const { url } = await start();
    await asked(url, 'create table taken_over as select 1 as one');
    const gone = spawn('true');
    await new Promise((ended) => gone.once('exit', ended));
    writeFileSync(join(dir, 'onmaru.launcher'), `${gone.pid}\n1\n`);
    expect(await asked((await start()).url, 'select one from taken_over')).toEqual([[1]]);
  });

  it('starts where a stale note of it names a process that is another program by now', async () => {
    await (await start()).stop();
    const other = spawn('sleep', ['60']);
    try {
      writeFileSync(join(dir, 'postmaster.pid'), `${other.pid}\n${dir}\n1\n1\n\n127.0.0.1\n\nready   \n`, { mode: 0o644 });
      expect(await asked((await start()).url, 'select 1')).toEqual([[1]]);
    } finally {
      other.kill();
    }
  });

  it('refuses a folder that somebody is using, and leaves them alone', async () => {
    const { url } = await start();
    await expect(startPostgres({ dir, durable: false })).rejects.toThrow(`The data folder ${dir} is in use by process ${process.pid}`);
    expect(await asked(url, 'select 1')).toEqual([[1]]);
  });

  it('says which port is in use', async () => {
    const squatter = createServer();
    await new Promise<void>((ready) => squatter.listen(0, '127.0.0.1', ready));
    const { port } = squatter.address() as AddressInfo;
    await expect(startPostgres({ dir, port, durable: false })).rejects.toThrow(`Port ${port} is in use by another program`);
    await new Promise((closed) => squatter.close(closed));
  });

  it('refuses a folder of a newer version, naming both', async () => {
    const newer = join(place, 'newer');
    mkdirSync(newer);
    writeFileSync(join(newer, 'PG_VERSION'), '99\n');
    await expect(startPostgres({ dir: newer, durable: false })).rejects.toThrow(/written by PostgreSQL 99, this is 18\. Start the newer Onmaru/);
  });

  it('refuses a folder that holds something else', async () => {
    const other = join(place, 'holiday');
    mkdirSync(other);
    writeFileSync(join(other, 'photo.jpg'), '');
    await expect(startPostgres({ dir: other, durable: false })).rejects.toThrow(/holds other files/);
    expect(existsSync(join(other, 'photo.jpg'))).toBe(true);
  });

  it('says which folder is closed to it', async () => {
    const closed = join(place, 'closed');
    mkdirSync(closed, { mode: process.getuid?.() === 0 ? 0o700 : 0o500 });
    await expect(startPostgres({ dir: join(closed, 'data'), durable: false })).rejects.toThrow(new RegExp(`${closed}.*[Pp]ermission denied|permission denied`, 's'));
  });

  it('writes no value of a failing statement into its own log', async () => {
    const { url } = await start();
    await asked(url, 'create table single (email text primary key)');
    await asked(url, "insert into single values ('planted@example.com')");
    await expect(asked(url, "insert into single values ('planted@example.com')")).rejects.toThrow(/duplicate key/);
    expect(readFileSync(join(dir, 'server.log'), 'utf8')).not.toContain('planted@example.com');
  });
});
