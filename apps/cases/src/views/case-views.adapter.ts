import type { CaughtUp } from '@onmaru/service-kit';

/** The views of cases, as far as readers wait for them. */
export class CaseViews implements CaughtUp {
  constructor(private readonly views: CaughtUp) {}

  waitFor(position: number, timeoutMs: number): Promise<boolean> {
    return this.views.waitFor(position, timeoutMs);
  }
}
