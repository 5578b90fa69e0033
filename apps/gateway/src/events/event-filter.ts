import type { Filter } from '@onmaru/event-sourcing';
import { AN_INSTANT, readable } from '@onmaru/service-kit';
import { instant, type Instant } from '@onmaru/time';

type Question = { readonly type?: string; readonly stream?: string; readonly caseId?: string; readonly since?: string; readonly until?: string };

/** What the question asks of one tenant's log. Throws the problem `invalid-request` for a bound that is no instant. */
export const eventFilter = (tenant: string, { type, stream, caseId, since, until }: Question): Filter => ({
  tenant,
  ...(type !== undefined && { types: type.split(',') }),
  ...((stream ?? caseId) !== undefined && { stream: stream ?? `case-${caseId as string}` }),
  ...(since !== undefined && { since: bound('since', since) }),
  ...(until !== undefined && { until: bound('until', until) }),
});

const bound = (name: 'since' | 'until', text: string): Instant => readable(`/query/${name}`, () => instant(text), AN_INSTANT);
