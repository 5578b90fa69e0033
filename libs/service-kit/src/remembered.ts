import { seconds } from '@onmaru/time';

/** How long something is remembered that may have been changed elsewhere. */
const HELD = seconds(4);
const MOST = 50_000;

/** Keeps what was found for a moment; nothing of it where something was forgotten since the asking began. */
export type Keep<Value> = (name: string, value: Value) => void;

/**
 * What was found out a moment ago. Whoever has changed it here says so by `forget`, and is not overtaken by an answer
 * that was still on its way; what another process changes is seen within four seconds.
 */
export class Remembered<Value> {
  private readonly held = new Map<string, { readonly value: Value; readonly until: number }>();
  private changes = 0;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {}

  get(name: string): Value | undefined {
    const found = this.held.get(name);
    return found !== undefined && this.now() < found.until ? found.value : undefined;
  }

  /** To be called when one begins to ask: the age of an answer counts from there. */
  asking(): Keep<Value> {
    const [before, until] = [this.changes, this.now() + HELD];
    return (name, value) => {
      if (this.changes !== before) return;
      if (this.held.size >= MOST) this.held.clear();
      this.held.set(name, { value, until });
      this.sweeping ??= setTimeout(() => this.sweep(), HELD).unref();
    };
  }

  forget(name: string): void {
    this.changes += 1;
    this.held.delete(name);
  }

  /** What is too old is let go of also when nobody asks for it again: it may be personal. */
  private sweep(): void {
    for (const [name, { until }] of this.held) if (until <= this.now()) this.held.delete(name);
    this.sweeping = this.held.size > 0 ? setTimeout(() => this.sweep(), HELD).unref() : undefined;
  }
}
