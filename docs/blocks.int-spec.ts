import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What stands in blocks marked `bash`: those that are run as they stand. */
const blocks = (path: string): readonly string[] => [...text(path).matchAll(/^```bash\n([\s\S]*?)^```/gm)].map(([, block]) => block as string);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

// `npm start` becomes: start, wait until it is ready, and end it with the page. The tests have their own run.
const READY = 'for _ in $(seq 600); do curl -sf http://127.0.0.1:$ONMARU_PORT/readyz >/dev/null && break; kill -0 $STARTED || exit 1; sleep 0.2; done';
const runnable = (block: string, port: number): string =>
  block
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)
    .replace(/^(.*npm start)$/gm, `$1 >&2 &\nSTARTED=$!\ntrap 'kill -INT $STARTED; wait $STARTED' EXIT\n${READY}`)
    .replace(/^npm test$/gm, ':');

/** Runs a page's blocks in one shell against a data folder of their own → exit code and what was printed. */
const follow = async (path: string): Promise<{ readonly code: number | null; readonly printed: string }> => {
  const data = mkdtempSync(join(tmpdir(), 'onmaru-docs-'));
  chmodSync(data, 0o711); // started as root, PostgreSQL runs as another user
  const port = await freePort();
  const script = ['set -euo pipefail', ...blocks(path).map((block) => runnable(block, port))].join('\n');
  const shell = spawn('bash', ['-c', script], { cwd: root, env: { ...process.env, ONMARU_DATA: join(data, 'folder'), ONMARU_PORT: String(port) } });
  let printed = '';
  let said = '';
  shell.stdout.setEncoding('utf8').on('data', (more: string) => (printed += more));
  shell.stderr.setEncoding('utf8').on('data', (more: string) => (said += more));
  const code = await new Promise<number | null>((resolve) => shell.on('close', resolve));
  rmSync(data, { recursive: true, force: true });
  return { code, printed: code === 0 ? printed : `${printed}\n${said}` };
};

describe('A page that can be followed', () => {
  it('is the first page, from its first command to its last', async () => {
    expect(await follow('README.md')).toEqual({ code: 0, printed: expect.stringContaining('All invariants hold.') });
  });

  it('is the tutorial, which ends at a resolved case that was new once', async () => {
    const { code, printed } = await follow('docs/tutorial/first-case.md');
    expect({ code, printed }).toEqual({ code: 0, printed: expect.stringMatching(/in-progress\n3\nresolved\n[\s\S]*\nnew\n[\s\S]*All invariants hold\./) });
  });
});

describe('A page in two languages', () => {
  const pairs = ['', ...readdirSync(join(root, 'docs'), { recursive: true }).map((path) => `docs/${String(path)}`), 'README.ko.md']
    .filter((path) => path.endsWith('.ko.md') && !path.includes('node_modules'))
    .map((korean) => [korean.replace('.ko.md', '.md'), korean] as const);

  it.each(pairs)('%s gives the same commands in both', (english, korean) => {
    const commands = (path: string) => [...text(path).matchAll(/^ *```\w+\n[\s\S]*?```/gm)].map(([block]) => block);
    expect(commands(korean)).toEqual(commands(english));
  });
});
