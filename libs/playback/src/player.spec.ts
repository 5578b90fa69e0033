import { Player, type Stage } from './player.js';
import type { Press } from './playback.js';

/** A stage whose clock stands still but for resting, and where somebody presses a key after so many events or rests. */
const stageOf = (events: readonly number[]) => {
  let clock = 0;
  const shown: (readonly [event: number, at: number])[] = [];
  const presses: { readonly when: () => boolean; readonly press: Press }[] = [];
  let player: Player<number> | undefined;
  let opened = 0;
  let closed = 0;
  const press = () => {
    const next = presses[0];
    if (next?.when() === true) player?.press((presses.shift(), next.press));
  };
  const stage: Stage<number> = {
    async *open() {
      opened += 1;
      try {
        yield* events;
      } finally {
        closed += 1;
      }
    },
    at: (event) => event,
    show: (event) => (shown.push([event, clock]), press()),
    draw: () => undefined,
    now: () => clock,
    rest: async (milliseconds, woken) => {
      press();
      if (!woken.aborted) clock += milliseconds;
    },
  };
  const play = (speed: number): Promise<Player<number>> => {
    player = new Player(stage, { speed, longestGap: Infinity });
    return player.run().then(() => player as Player<number>);
  };
  return { play, shown, presses, counts: () => ({ opened, closed }) };
};

describe('A player', () => {
  it('shows every event in order, each at its time, and ends', async () => {
    const { play, shown } = stageOf([1000, 2000, 5000]);
    const { playback } = await play(10);
    expect(shown).toEqual([[1000, 0], [2000, 100], [5000, 400]]);
    expect(playback).toMatchObject({ mode: 'ended', shown: 3 });
  });

  it('shows the same events in the same order at any speed', async () => {
    const at = async (speed: number) => {
      const { play, shown } = stageOf([1000, 3000, 2000]);
      await play(speed);
      return shown.map(([event]) => event);
    };
    expect(await at(Infinity)).toEqual(await at(1));
  });

  it('stands still while it is paused, and steps', async () => {
    const { play, shown, presses } = stageOf([0, 1000, 2000]);
    let rests = 0;
    presses.push({ when: () => shown.length === 1, press: 'toggle' }, { when: () => (rests += 1) > 3, press: 'step' }, { when: () => shown.length === 2, press: 'quit' });
    const { playback } = await play(Infinity);
    expect(shown.map(([event]) => event)).toEqual([0, 1000]);
    expect(playback.mode).toBe('left');
  });

  it('begins again when it is asked to, and lets go of what it was reading', async () => {
    const { play, shown, presses, counts } = stageOf([0, 1000]);
    presses.push({ when: () => shown.length === 1, press: 'restart' });
    await play(Infinity);
    expect(shown.map(([event]) => event)).toEqual([0, 0, 1000]);
    expect(counts()).toEqual({ opened: 2, closed: 2 });
  });

  it('can be begun again after its end', async () => {
    const { play, shown } = stageOf([0, 1000]);
    const player = await play(Infinity);
    player.press('restart');
    await player.run();
    expect(shown.map(([event]) => event)).toEqual([0, 1000, 0, 1000]);
  });

  it('fails with what its events fail with', async () => {
    const failing: Stage<number> = {
      async *open() {
        yield 1;
        throw new Error('cut off');
      },
      at: (event) => event,
      show: () => undefined,
      draw: () => undefined,
      now: () => 0,
      rest: () => Promise.resolve(),
    };
    await expect(new Player(failing, { speed: Infinity, longestGap: 0 }).run()).rejects.toThrow('cut off');
  });
});
