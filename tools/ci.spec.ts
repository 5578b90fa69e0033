import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const npm = `#!/bin/sh
case "$*" in
  ci) exit $CI_CODE ;;
  'run test') echo "$TEST"; exit $TEST_CODE ;;
  'run test:all') echo "$ALL"; exit $ALL_CODE ;;
esac
`;
const well = { CI_CODE: '0', TEST: '5 passed, 0 failed', TEST_CODE: '0', ALL: '7 passed, 0 failed', ALL_CODE: '0' };

const ci = (env: Partial<typeof well>) => {
  const root = mkdtempSync(join(tmpdir(), 'onmaru-ci-'));
  const program = (name: string, text: string): void => {
    writeFileSync(join(root, 'bin', name), text);
    chmodSync(join(root, 'bin', name), 0o755);
  };
  cpSync(fileURLToPath(new URL('../.ci/run', import.meta.url)), join(root, '.ci/run'));
  mkdirSync(join(root, 'bin'));
  program('npm', npm);
  program('fc-list', '#!/bin/sh\necho Noto Sans CJK KR\n');
  const { status, stdout } = spawnSync('bash', [join(root, '.ci/run')], {
    encoding: 'utf8',
    env: { PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`, CHROMIUM_PATH: '/bin/sh', ...well, ...env },
  });
  rmSync(root, { recursive: true });
  return { status, last: stdout.trim().split('\n').at(-1) };
};

describe('The run on a build machine', () => {
  it('counts everything once and passes when everything passed', () => expect(ci({})).toEqual({ status: 0, last: '7 passed, 0 failed' }));

  it.each([
    ['the packages cannot be installed', { CI_CODE: '1' }, '0 passed, 1 failed'],
    ['a test failed', { TEST: '4 passed, 1 failed', TEST_CODE: '1', ALL: '6 passed, 1 failed', ALL_CODE: '1' }, '6 passed, 1 failed'],
    ['a test failed the first time only', { TEST: '4 passed, 1 failed', TEST_CODE: '1' }, '7 passed, 1 failed'],
    ['a run ends without a count', { ALL: 'Segmentation fault', ALL_CODE: '139' }, '5 passed, 1 failed'],
    ['a run fails in spite of its count', { ALL_CODE: '1' }, '7 passed, 1 failed'],
    ['nothing ran', { TEST: '0 passed, 0 failed', ALL: '0 passed, 0 failed' }, '0 passed, 0 failed'],
  ])('fails when %s', (_what, env, last) => expect(ci(env)).toEqual({ status: 1, last }));
});
