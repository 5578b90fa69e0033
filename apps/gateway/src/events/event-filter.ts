import type { Filter } from '@onmaru/event-sourcing';
import { instant } from '@onmaru/time';

type Question = { readonly type?: string; readonly stream?: string; readonly caseId?: string; readonly since?: string; readonly until?: string };

/** What the question asks of one tenant's log. Throws a RangeError for a bound that is no instant. */
export const eventFilter = (tenant: string, { type, stream, caseId, since, until }: Question): Filter => ({
  tenant,
  ...(type !== undefined && { types: type.split(',') }),
  ...((stream ?? caseId) !== undefined && { stream: stream ?? `case-${caseId as string}` }),
  ...(since !== undefined && { since: instant(since) }),
  ...(until !== undefined && { until: instant(until) }),
});
