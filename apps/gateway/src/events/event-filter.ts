import type { Filter } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';

type Question = { readonly type?: string; readonly stream?: string; readonly caseId?: string; readonly since?: Instant; readonly until?: Instant };

/** What the question asks of one tenant's log. */
export const eventFilter = (tenant: string, { type, stream, caseId, since, until }: Question): Filter => ({
  tenant,
  ...(type !== undefined && { types: type.split(',') }),
  ...((stream ?? caseId) !== undefined && { stream: stream ?? `case-${caseId as string}` }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
});
