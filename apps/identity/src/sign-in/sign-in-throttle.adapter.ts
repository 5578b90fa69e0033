import { Problem } from '@onmaru/service-kit';
import { elapsed, type Clock } from '@onmaru/time';
import { networkOf, recent, untilNextTry, type Limit, type SignInLimits } from './sign-in-limits.js';

const EPOCH = '1970-01-01T00:00:00.000Z';
const MOST_REMEMBERED = 50_000;

type Counted = { readonly name: string; readonly limits: readonly Limit[] };

/** Slows down guessing. Counts in memory, and counts a try before its password is looked at, so that tries at once count too. */
export class SignInThrottle {
  private readonly tries = new Map<string, readonly number[]>();
  private readonly trusted = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: SignInLimits,
  ) {}

  /** Counts a try; the problem `too-many-requests` when there were too many. `email` is a digest. */
  enter(email: string, address: string): void {
    const now = this.now();
    const counted = this.counted(email, address);
    const wait = Math.max(...counted.map(({ name, limits }) => untilNextTry(this.tries.get(name) ?? [], limits, now)));
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new Problem('too-many-requests', { seconds }, { 'retry-after': String(seconds) });
    }
    for (const { name, limits } of counted) this.remember(name, [...recent(this.tries.get(name) ?? [], limits, now), now]);
  }

  /** The try was right: it does not count, and this address may go on when others guess at this e-mail. */
  succeeded(email: string, address: string): void {
    const [pair] = this.names(email, address);
    for (const { name } of this.counted(email, address)) this.remember(name, (this.tries.get(name) ?? []).slice(0, -1));
    this.tries.delete(pair);
    this.trusted.add(pair);
  }

  private counted(email: string, address: string): readonly Counted[] {
    const [pair, network] = this.names(email, address);
    const own = [{ name: pair, limits: this.limits.pair }, { name: network, limits: this.limits.address }];
    return this.trusted.has(pair) ? own : [...own, { name: email, limits: this.limits.email }];
  }

  private names(email: string, address: string): readonly [pair: string, network: string] {
    const network = networkOf(address);
    return [`${email} ${network}`, network];
  }

  private remember(name: string, tries: readonly number[]): void {
    this.tries.delete(name);
    if (tries.length > 0) this.tries.set(name, tries);
    if (this.tries.size > MOST_REMEMBERED) this.tries.delete(this.tries.keys().next().value as string);
    if (this.trusted.size > MOST_REMEMBERED) this.trusted.delete(this.trusted.values().next().value as string);
  }

  private now(): number {
    return elapsed(EPOCH, this.clock.now());
  }
}
