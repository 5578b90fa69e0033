import { minutes } from '@onmaru/time';

type Shown = { readonly secret: string; readonly until: number };

/** How long a repeated command gets the secret of its first answer again, in milliseconds. */
const REMEMBERED = minutes(10);

/** Secrets that were shown a moment ago, kept in memory alone, so that a repeated command gets its first answer. */
export class ShownOnce {
  private readonly shown = new Map<string, Shown>();

  /** The secret of this command, made when there is none; null when it was shown too long ago. */
  of(tenant: string, commandId: string, isRepeat: boolean, make: () => string): string | null {
    const now = performance.now();
    for (const [id, { until }] of this.shown) if (until < now) this.shown.delete(id);
    const known = this.shown.get(`${tenant} ${commandId}`);
    if (known) return known.secret;
    if (isRepeat) return null;
    const secret = make();
    this.shown.set(`${tenant} ${commandId}`, { secret, until: now + REMEMBERED });
    return secret;
  }
}
