import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const faults = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', './tools/ts.mjs', 'faults/src/main.ts', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const says = (text: string) => ({ status: 2, stdout: '', stderr: expect.stringContaining(text) as string });

describe('A campaign that is asked for what it cannot do', () => {
  it.each([
    [['--minutes', 'many'], '--minutes takes a number from 0.1 on, not many'],
    [['--seed', '1.5'], '--seed takes a whole number, not 1.5'],
    [['--inject', 'lost,found'], '--inject takes some of lost,doubled,overCapacity,viewsDiffer,stale, not found'],
    [['--inject', 'lost', '--keep'], 'a campaign with a planted fault is not kept'],
    [['--gently'], "Unknown option '--gently'"],
  ])('starts nothing and says what it takes: %j', (args, why) => expect(faults(...args)).toMatchObject(says(why)));
});
