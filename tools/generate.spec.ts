import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sliceNames } from './generate/slice-names.mjs';
import { writeSlice } from './generate/slice.mjs';

const root = join(import.meta.dirname, '..');

/** The checkout without what git does not know, and with the packages that are installed here. */
const copyOfCheckout = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'onmaru-generate-'));
  const files = execFileSync('git', ['ls-files', '-z', 'apps/cases', 'libs', 'tools/generate*', 'package.json', 'tsconfig.base.json', 'jest.preset.mjs'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean)) cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};

describe('What a slice is called', () => {
  it.each([
    ['snooze-case', undefined, { verb: 'snooze', command: 'SnoozeCase', method: 'snoozeCase', event: 'CaseSnoozed', fact: 'snoozed', golden: 'case-snoozed' }],
    ['defer-case', undefined, { event: 'CaseDefered' }],
    ['hold-back-case', 'CaseHeldBack', { verb: 'hold-back', command: 'HoldBackCase', event: 'CaseHeldBack', fact: 'back' }],
  ])('%s %s', (name, event, expected) => expect(sliceNames(name, event)).toMatchObject(expected));

  it.each(['SnoozeCase', 'snooze', 'snooze_case', ''])('is not "%s"', (name) => expect(() => sliceNames(name)).toThrow('is not a name'));
});

describe('A generated slice', () => {
  let copy: string;
  beforeAll(() => (copy = copyOfCheckout()));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const mistakes = (): readonly string[] => {
    const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'apps/cases', '--noEmit', '--composite', 'false', '--incremental', 'false'], { cwd: copy, encoding: 'utf8' });
    // What the copy resolves outside itself is checked where it stands.
    return tsc.stdout.split('\n').filter((line) => line.startsWith('apps/cases/'));
  };

  it('compiles, and passes its own spec and the golden events', () => {
    const { written, wired } = writeSlice(copy, sliceNames('snooze-case'));
    expect(written).toHaveLength(5);
    expect(wired).toContain('apps/cases/src/case/decider.ts');
    expect(mistakes()).toEqual([]);
    const run = spawnSync(process.execPath, ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), 'src/case/snooze-case', 'src/golden-events'], { cwd: join(copy, 'apps/cases'), encoding: 'utf8' });
    expect(run.stderr).toContain('Test Suites: 2 passed, 2 total');
  });

  it('is refused where it is there already, and changes nothing', () => {
    const decider = join(copy, 'apps/cases/src/case/decider.ts');
    const before = readFileSync(decider, 'utf8');
    expect(() => writeSlice(copy, sliceNames('reopen-case'))).toThrow('is there already');
    expect(readFileSync(decider, 'utf8')).toBe(before);
  });
});
