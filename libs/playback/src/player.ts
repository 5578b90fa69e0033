import { afterPress, afterShowing, afterTheLast, atSpeed, startPlayback, waitFor, type Pacing, type Playback, type Press } from './playback.js';
import type { Speed } from './speed.js';

/** Where events are played: what they come from, and what is done with them. */
export type Stage<E> = {
  /** The events from the first one on, each time anew. Left early, it is told so by `return`. */
  readonly open: () => AsyncIterable<E>;
  /** When an event happened, in milliseconds. */
  readonly at: (event: E) => number;
  readonly show: (event: E) => void | Promise<void>;
  /** Called whenever there is something else to draw: at every press, every event, and now and then while waiting. */
  readonly draw: (playback: Playback) => void;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or as soon as `woken` aborts. */
  readonly rest: (milliseconds: number, woken: AbortSignal) => Promise<void>;
};

/** How long it waits at most before it draws again, in milliseconds. */
const BEAT = 250;

/** Plays events of a stage by the rules of {@link Playback}, as whoever watches wishes. */
export class Player<E> {
  private state: Playback;
  private woken = new AbortController();

  constructor(
    private readonly stage: Stage<E>,
    pacing: Pacing,
  ) {
    this.state = startPlayback(pacing, stage.now());
  }

  get playback(): Playback {
    return this.state;
  }

  press(press: Press): void {
    this.change(afterPress(this.state, press, this.stage.now()));
  }

  setSpeed(speed: Speed): void {
    this.change(atSpeed(this.state, speed, this.stage.now()));
  }

  /** Resolves at the end of the events, or when it was left; what the events fail with, it fails with. */
  async run(): Promise<void> {
    let round = 0;
    while (this.state.round !== round && this.state.mode !== 'left') {
      round = this.state.round;
      for await (const event of this.stage.open()) {
        if (!(await this.isTurnOf(event, round))) break;
        await this.stage.show(event);
        this.state = afterShowing(this.state, this.stage.at(event), this.stage.now());
        this.stage.draw(this.state);
      }
    }
    if (this.state.mode !== 'left') this.change(afterTheLast(this.state));
  }

  /** Waits until the event is due; false when it was left or begun again meanwhile. */
  private async isTurnOf(event: E, round: number): Promise<boolean> {
    for (;;) {
      if (this.state.mode === 'left' || this.state.round !== round) return false;
      const wait = waitFor(this.state, this.stage.at(event), this.stage.now());
      if (wait === 0) return true;
      this.stage.draw(this.state);
      await this.stage.rest(Math.min(wait, BEAT), this.woken.signal);
    }
  }

  private change(next: Playback): void {
    this.state = next;
    this.woken.abort();
    this.woken = new AbortController();
    this.stage.draw(next);
  }
}
