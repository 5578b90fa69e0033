import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sliceNames } from './generate/slice-names.mjs';
import { writeSlice } from './generate/slice.mjs';
import { writeView } from './generate/view.mjs';

const root = join(import.meta.dirname, '..');

/** The checkout without what git ignores, and with the packages that are installed here. */
const copyOfCheckout = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'onmaru-generate-'));
  const files = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', 'apps/cases', 'libs', 'tools/generate*', 'package.json', 'tsconfig.base.json', 'jest.preset.mjs'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter((path) => path && existsSync(join(root, path)))) cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};

describe('What a slice is called', () => {
  it.each([
    ['polish-case', undefined, { verb: 'polish', command: 'PolishCase', method: 'polishCase', event: 'CasePolished', fact: 'polished', golden: 'case-polished' }],
    ['defer-case', undefined, { event: 'CaseDefered' }],
    ['hold-back-case', 'CaseHeldBack', { verb: 'hold-back', command: 'HoldBackCase', event: 'CaseHeldBack', fact: 'back' }],
  ])('%s %s', (name, event, expected) => expect(sliceNames(name, event)).toMatchObject(expected));

  it.each(['PolishCase', 'polish', 'polish_case', ''])('is not "%s"', (name) => expect(() => sliceNames(name)).toThrow('is not a name'));
});

describe('What is generated', () => {
  let copy: string;
  beforeAll(() => (copy = copyOfCheckout()));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const cases = (): string => join(copy, 'apps/cases');
  const mistakes = (): readonly string[] => {
    const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'apps/cases', '--noEmit', '--composite', 'false', '--incremental', 'false'], { cwd: copy, encoding: 'utf8' });
    // What the copy resolves outside itself is checked where it stands.
    return tsc.stdout.split('\n').filter((line) => line.startsWith('apps/cases/'));
  };

  it('is a slice of at most five files, known in three', () => {
    const { written, wired } = writeSlice(copy, 'polish-case', { fields: ['until:moment', 'reason:text'] });
    expect(written).toHaveLength(5);
    expect(wired).toEqual(['apps/cases/src/case/case.ts', 'apps/cases/src/case/possible-verbs.ts', 'apps/cases/src/cases.module.ts']);
  });

  it('is a slice that says nothing with it, and one that no person asks for', () => {
    expect(writeSlice(copy, 'brush-case').written).toHaveLength(4);
    expect(writeSlice(copy, 'rouse-case', { event: 'CaseResumed', door: false })).toEqual({
      written: ['apps/cases/src/case/rouse-case/rouse-case.ts', 'apps/cases/src/case/rouse-case/rouse-case.spec.ts'],
      wired: [],
    });
  });

  it('is a view, known in the module alone', () =>
    expect(writeView(copy, 'cases-in-rain').wired).toEqual(['apps/cases/src/cases.module.ts']));

  it('compiles, and passes its own specs, those of golden events and those of views, whose rows are kept with the pages', () => {
    expect(mistakes()).toEqual([]);
    const specs = ['src/case/(polish|brush|rouse)-case', 'src/case/every-verb', 'src/golden-events', 'src/views/cases-in-rain', 'src/views.int-spec'];
    const run = spawnSync(process.execPath, ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), '--verbose', ...specs], { cwd: cases(), encoding: 'utf8', env: { ...process.env, ONMARU_WRITE_DOCS: 'on' } });
    expect(run.stderr).toContain('Test Suites: 7 passed, 7 total');
    expect(run.stderr).toContain('have the rows that a rebuild makes, and at least one: cases-in-rain');
  });

  it.each([
    ['a slice that is there', () => writeSlice(copy, 'reopen-case', {}), 'is there already'],
    ['a field of no kind', () => writeSlice(copy, 'shake-case', { fields: ['colour:hue'] }), 'no kind of field'],
    ['a view without a name', () => writeView(copy, 'Rain'), 'is not a name'],
  ])('is refused for %s, and changes nothing', (_, wrong, says) => {
    const module = join(cases(), 'src/cases.module.ts');
    const before = readFileSync(module, 'utf8');
    expect(wrong).toThrow(says);
    expect(readFileSync(module, 'utf8')).toBe(before);
  });
});
