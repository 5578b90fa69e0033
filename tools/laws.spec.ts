import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clean } from './laws/clean.js';
import { faults } from './laws/faults.js';
import { workspace, type Files } from './laws/workspace.js';
import { PROJECT_TYPES } from './lint-rules/boundaries.mjs';
import { onmaru } from './lint-rules/index.mjs';
import { eslint, imports, nets, UNSAFE } from './lint.mjs';
import { projects } from './projects.mjs';

const inWorkspace = async <T>(files: Files, act: (root: string) => Promise<T>): Promise<T> => {
  const { root, remove } = workspace(files);
  try {
    return await act(root);
  } finally {
    remove();
  }
};

const lines = (results: readonly { output: string }[]): readonly string[] => results.flatMap(({ output }) => output.split('\n'));

describe('The laws of the workspace', () => {
  it('leave clean code alone', async () => {
    const results = await inWorkspace(clean, nets);
    expect(results.map(({ check, ok, output }) => ({ check, ok, output }))).toEqual(['projects', 'code', 'imports'].map((check) => ({ check, ok: true, output: '' })));
  });

  describe('catch', () => {
    let found: readonly string[];
    beforeAll(async () => {
      found = lines(await inWorkspace(Object.assign({}, clean, ...faults.map(([, , files]) => files)) as Files, nets));
    });

    it.each(faults)('%s', (_fault, caughtBy, files) => {
      const [blamed = ''] = Object.keys(files);
      expect(found.filter((line) => line.includes(blamed))).toContainEqual(expect.stringContaining(caughtBy));
    });

    it('nobody who kept them', () => {
      const innocent = Object.keys(clean).filter((path) => /[.]tsx?$/.test(path));
      expect(found.filter((line) => innocent.some((path) => line.startsWith(`${path}:`) || line.includes(`: ${path} →`)))).toEqual([]);
    });
  });

  describe('are never off without a word', () => {
    const small = Object.fromEntries(Object.entries(clean).filter(([path]) => /^(libs\/time|apps\/cli)\//.test(path)));

    it('when no project graph tells who imports whom', () =>
      inWorkspace(small, async (root) => {
        expect(await eslint(root)).toMatchObject({ ok: false, output: expect.stringContaining('no project graph') });
      }));

    it('when a pattern is refused as too costly', () =>
      inWorkspace(small, async (root) => {
        appendFileSync(join(root, '.dependency-cruiser.cjs'), "\nmodule.exports.forbidden.push({ name: 'costly', from: { path: '(a+)+$' }, to: {} });\n");
        expect(await imports(root)).toMatchObject({ ok: false, output: expect.stringContaining(UNSAFE) });
      }));

    it('when there is nothing to look at', () =>
      inWorkspace({}, async (root) => {
        expect(await imports(root)).toMatchObject({ ok: false });
      }));

    it('when a fresh clone could not be installed', () =>
      inWorkspace({ ...small, 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'libs/time': { dependencies: { pg: '8.0.0' } } } }) }, async (root) => {
        expect(await projects(root)).toMatchObject({
          ok: false,
          output: expect.stringMatching(/does not know apps[/]cli as it is now.*\n.*does not know libs[/]time as it is now/),
        });
      }));

    it('when a project is left out of the type check', () =>
      inWorkspace({ ...small, 'tsconfig.json': JSON.stringify({ files: [], references: [] }) }, async (root) => {
        expect(await projects(root)).toMatchObject({ ok: false, output: expect.stringContaining('libs/time is not among the references') });
      }));
  });

  describe('have each been seen to catch something:', () => {
    const laws = [
      ...(createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: readonly { name: string }[] }).forbidden.map(({ name }) => name),
      ...PROJECT_TYPES.map((type) => `tagged with "${type}"`),
      ...Object.keys(onmaru.rules).map((name) => `onmaru/${name}`),
    ];

    it.each(laws)('%s', (law) => {
      expect(faults.map(([, caughtBy]) => caughtBy)).toContainEqual(expect.stringContaining(law));
    });
  });
});
