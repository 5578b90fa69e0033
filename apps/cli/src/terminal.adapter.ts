import { once } from 'node:events';

/** Data goes to standard output, talk to standard error. */
export const terminal = {
  /** One line; waits while the reader of the output is slower. */
  data: async (text: string): Promise<void> => {
    if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
  },
  talk: (text: string): void => void process.stderr.write(`${text}\n`),
};

/** A line that says how far something is: kept in place on a terminal, else said anew every few seconds. */
export class ProgressLine {
  private shown = false;
  private saidAt = performance.now();
  private readonly out = process.stderr;

  /** `text` is asked for only when something is shown, with the width that there is for it, 0 where it is no terminal. */
  show(text: (columns: number) => string): void {
    const now = performance.now();
    if (now - this.saidAt < (this.out.isTTY ? 100 : 5000)) return;
    this.saidAt = now;
    this.shown = this.out.isTTY;
    this.out.write(this.out.isTTY ? `\r${text(this.out.columns)}\u001b[K` : `${text(0)}\n`);
  }

  /** Shows what may stay for a while. */
  announce(text: string): void {
    if (this.out.isTTY) this.saidAt = 0;
    this.show(() => text);
  }

  /** Takes the line away, so that something else can be said. */
  clear(): void {
    if (this.shown) this.out.write('\r\u001b[K');
    this.shown = false;
  }
}
