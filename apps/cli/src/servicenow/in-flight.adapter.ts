/** Runs work on disjoint sets of cases side by side, and work on the same case one after the other. */
export class InFlight {
  private readonly running = new Map<Promise<void>, ReadonlySet<string>>();
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly most: number) {}

  /** Starts `work` as soon as there is room for it. Throws what earlier work has thrown. */
  async start(cases: ReadonlySet<string>, work: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most || this.holdsOneOf(cases)) {
      await Promise.race(this.running.keys());
    }
    this.check();
    const run: Promise<void> = work()
      .catch((error: unknown) => void (this.failure ??= { error }))
      .finally(() => this.running.delete(run));
    this.running.set(run, cases);
  }

  /** Waits until all is done. */
  async end(): Promise<void> {
    await Promise.all(this.running.keys());
    this.check();
  }

  private holdsOneOf(cases: ReadonlySet<string>): boolean {
    return [...this.running.values()].some((others) => [...cases].some((one) => others.has(one)));
  }

  private check(): void {
    if (this.failure) throw this.failure.error;
  }
}
