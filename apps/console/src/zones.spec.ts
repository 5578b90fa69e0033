import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const FILES = globSync('src/**/*.{ts,tsx}', { cwd: process.cwd(), exclude: (name) => /\.spec\./.test(String(name)) });

type Import = { readonly from: string; readonly to: string };

const importsOf = (from: string, text: string): readonly Import[] =>
  [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) => ({ from, to: normalize(join(dirname(from), path as string)) }));

const all = FILES.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
const zone = (path: string): string => path.split('/')[1] ?? '';
const feature = (path: string): string => path.split('/')[2] ?? '';

/** ui knows nobody, a feature knows ui, app knows all. */
const trespasses = (imports: readonly Import[]): readonly Import[] =>
  imports.filter(({ from, to }) => {
    if (zone(from) === 'ui') return zone(to) !== 'ui';
    return zone(from) === 'features' && (zone(to) === 'app' || (zone(to) === 'features' && feature(from) !== feature(to)));
  });

describe('The zones of the console', () => {
  it('are kept by every import', () => expect(trespasses(all)).toEqual([]));

  it('are seen to be broken when they are', () => {
    const planted = [
      importsOf('src/ui/parts/page.tsx', "import { x } from '../../features/case/reason.js';"),
      importsOf('src/features/case/reason.ts', "import { x } from '../inbox/filters.js';"),
      importsOf('src/features/my/stage.ts', "const x = await import('../../app/gate.js');"),
    ].flat();
    expect(trespasses(planted)).toHaveLength(3);
  });

  it('hold all there is', () => expect(FILES.length).toBeGreaterThan(150));

  it('take nothing from the server side', () => {
    const foreign = FILES.filter((file) => /'@onmaru\/(?!playback')/.test(readFileSync(file, 'utf8')));
    expect(foreign).toEqual([]);
  });
});

describe('The files of the console', () => {
  const lengths = FILES.map((file) => readFileSync(file, 'utf8').split('\n').length).sort((a, b) => a - b);

  it('are short: 160 lines at most, half of them at most 60', () => {
    expect(lengths.at(-1)).toBeLessThanOrEqual(160);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
  });
});
