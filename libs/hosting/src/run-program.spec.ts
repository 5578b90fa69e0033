import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A program that is run by itself: `start` is the text of a function. */
const program = (start: string, { startSeconds = 0, drainSeconds = 0 } = {}) => {
  const text = `
    import { runProgram } from './libs/hosting/src/run-program.ts';
    const say = (what) => console.log(what + ' ' + Math.round(performance.now() - begun));
    const begun = performance.now();
    let tries = 0;
    let alive;
    const work = () => void (alive = setInterval(() => undefined, 1000));
    const sound = { leave: () => say('leaves'), close: async () => { say('closes'); clearInterval(alive); } };
    await runProgram(() => ({ startSeconds: ${startSeconds}, drainSeconds: ${drainSeconds} }), ${start});`;
  const child = spawn(process.execPath, ['--import', './tools/ts.mjs', '--input-type=module', '-e', text], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (more: string) => (said += more));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    ended,
    said: () => said,
    tell: (signal: NodeJS.Signals) => void child.kill(signal),
    async says(what: string) {
      for (let tries = 0; !said.includes(what); tries += 1) {
        if (tries > 500) throw new Error(`it never said ${what}: ${said}`);
        await pause(20);
      }
    },
    at: (what: string) => Number(new RegExp(`^${what} (\\d+)$`, 'm').exec(said)?.[1]),
  };
};

const SOUND = `async () => (work(), say('starts'), sound)`;

describe('A program that is told to end', () => {
  it('leaves, serves on for a pause, closes, and ends with 0', async () => {
    const one = program(SOUND, { drainSeconds: 1 });
    await one.says('starts');
    one.tell('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(one.at('closes') - one.at('leaves')).toBeGreaterThan(950);
  }, 60_000);

  it('makes no pause unless it is asked for', async () => {
    const one = program(SOUND);
    await one.says('starts');
    one.tell('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(one.at('closes') - one.at('leaves')).toBeLessThan(900);
  }, 60_000);

  it('and told again, does not wait any longer', async () => {
    const one = program(SOUND, { drainSeconds: 60 });
    await one.says('starts');
    one.tell('SIGTERM');
    await one.says('leaves');
    one.tell('SIGTERM');
    expect(await one.ended).toBe(0);
  }, 60_000);

  it('before it could start, ends with 0', async () => {
    const one = program(`async () => { say('tries'); throw new Error('not there'); }`, { startSeconds: 60 });
    await one.says('tries');
    one.tell('SIGTERM');
    expect(await one.ended).toBe(0);
  }, 60_000);
});

describe('A program that cannot start', () => {
  const FAILS_TWICE = `async () => { tries += 1; say('try'); if (tries < 3) throw Object.assign(new Error('The log cannot be reached'), { name: 'LogError', code: 'unavailable' }); work(); say('starts'); return sound; }`;

  it('yet, tries again for as long as it may, and says what it waits for', async () => {
    const one = program(FAILS_TWICE, { startSeconds: 30 });
    await one.says('starts');
    one.tell('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(one.said().match(/It cannot start yet, and tries again: The log cannot be reached/g)).toHaveLength(2);
  }, 60_000);

  it('ends with 1 where it may not wait', async () => {
    const one = program(FAILS_TWICE);
    expect(await one.ended).toBe(1);
    expect(one.said()).toContain('The log cannot be reached');
  }, 60_000);

  it('ends with 1 at once for what no waiting mends', async () => {
    const one = program(`async () => { say('try'); throw Object.assign(new Error('no'), { name: 'NewerData' }); }`, { startSeconds: 60 });
    expect(await one.ended).toBe(1);
    expect(one.said().match(/^try /gm)).toHaveLength(1);
  }, 60_000);
});
