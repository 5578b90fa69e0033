import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSecrets } from './make-secrets.adapter.js';

const PARTS = ['postgres', 'identity', 'cases', 'routing', 'gateway'];
const none = { serviceKey: null, postgres: null, passwords: { identity: null, cases: null, routing: null, gateway: null } };

describe('What the parts of a platform know each other by', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-secrets-'));
  const all = (): Readonly<Record<string, string>> =>
    Object.fromEntries(PARTS.flatMap((part) => readdirSync(join(folder, part)).map((name) => [`${part}/${name}`, readFileSync(join(folder, part, name), 'utf8')] as const)));
  beforeAll(() => {
    for (const part of PARTS) mkdirSync(join(folder, part));
    makeSecrets({ folder, ...none });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a password of its own for each, that nobody can guess, and a key that services share', () => {
    const { 'postgres/postgres-password': postgres, ...rest } = all();
    const of = (name: string) => Object.entries(rest).flatMap(([path, secret]) => (path.endsWith(name) ? [secret] : []));
    expect(new Set([postgres, ...of('database-password'), ...of('service-key')]).size).toBe(6);
    expect(of('service-key')).toHaveLength(4);
    for (const secret of Object.values(all())) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(statSync(join(folder, 'cases/service-key')).mode & 0o222).toBe(0);
  });

  it('stays as it was made up first', () => {
    const before = all();
    makeSecrets({ folder, ...none });
    expect(all()).toEqual(before);
  });

  it('is what is given, where something is', () => {
    const before = all();
    makeSecrets({ folder, ...none, serviceKey: 'a key of our own', passwords: { ...none.passwords, cases: 'a password of our own' } });
    const services = ['identity', 'cases', 'routing', 'gateway'].map((name) => [`${name}/service-key`, 'a key of our own']);
    expect(all()).toEqual({ ...before, ...Object.fromEntries(services), 'cases/database-password': 'a password of our own' });
  });
});
