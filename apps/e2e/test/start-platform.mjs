// One standalone for all walks, on a free port, with a data folder of its own.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PATIENCE = 180_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const isReady = async (url) => {
  const answer = await fetch(`${url}/readyz`).catch((error) => ({ ok: false, error }));
  return answer.ok;
};

export default async function startPlatform() {
  if (!existsSync(join(root, 'apps/console/dist/web/index.html'))) throw new Error('The console is not built: run "npm run build -w apps/console" first.');
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-walks-'));
  // The database runs as another user, who has to reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const password = randomBytes(12).toString('base64url');
  const log = join(folder, 'standalone.txt');
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, ['--import', './tools/ts.mjs', 'apps/standalone/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ONMARU_PORT: String(port), ONMARU_DATA: join(folder, 'data'), ONMARU_DEMO: 'on', ONMARU_DEMO_PASSWORD: password },
    stdio: ['ignore', out, out],
  });
  globalThis.platform = { child, folder };
  const began = Date.now();
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() - began > PATIENCE) throw new Error(`Standalone is not ready:\n${readFileSync(log, 'utf8')}`);
    await setTimeout(300);
  }
  process.env.ONMARU_WALK_URL = url;
  process.env.ONMARU_WALK_PASSWORD = password;
}
