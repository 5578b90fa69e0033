import { minutes } from '@onmaru/time';

type Command = { readonly tenant: string; readonly commandId: string };
type Shown = { readonly secret: string; readonly until: number };

/** How long a repeated command gets the secret of its first answer again, in milliseconds. */
const REMEMBERED = minutes(10);

/** Secrets that were shown a moment ago, kept in memory alone, so that a repeated command gets its first answer. */
export class ShownOnce {
  private readonly shown = new Map<string, Shown>();

  /** The secret that a command showed of `what`, made when there is none; null when it was shown too long ago. */
  of(what: string, { tenant, commandId }: Command, isRepeat: boolean, make: () => string): string | null {
    const name = `${what} ${tenant} ${commandId}`;
    const now = performance.now();
    for (const [id, { until }] of this.shown) if (until < now) this.shown.delete(id);
    const known = this.shown.get(name);
    if (known) return known.secret;
    if (isRepeat) return null;
    const secret = make();
    this.shown.set(name, { secret, until: now + REMEMBERED });
    return secret;
  }
}
