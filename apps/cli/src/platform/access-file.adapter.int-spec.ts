import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessTo } from './access-file.adapter.js';

const access = { url: 'http://127.0.0.1:1', token: 'onm_secret', pid: process.pid };

describe('The access file of a data folder', () => {
  let folder: string;

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'onmaru-access-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const write = (text: string, mode = 0o600) => writeFile(join(folder, 'access.json'), text, { mode });

  it('says how to sign in to the platform that runs there', async () => {
    await write(JSON.stringify(access));
    expect(await accessTo(folder)).toEqual(access);
  });

  it('says nothing where none runs', async () => expect(await accessTo(folder)).toBeNull());

  it('says nothing of a platform that was killed', async () => {
    await write(JSON.stringify({ ...access, pid: 2 ** 22 + 1 }));
    expect(await accessTo(folder)).toBeNull();
  });

  it('says nothing while it is still being written', async () => {
    await write('');
    expect(await accessTo(folder)).toBeNull();
  });

  it('is not trusted when others can read it', async () => {
    await write(JSON.stringify(access));
    await chmod(join(folder, 'access.json'), 0o644);
    await expect(accessTo(folder)).rejects.toThrow(/can be read by others than its owner/);
  });
});
