/** A line of `GET /api/v1/events`, as far as a case's past is concerned. */
export type Line = {
  readonly position: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly stream: string;
  readonly revision: number;
  readonly data: Readonly<Record<string, unknown>>;
};

type Fields = Record<string, unknown>;

/** What others call those that cases name, read from their own events. */
export const namesIn = (lines: readonly Line[]): ReadonlyMap<string, { readonly name: unknown; readonly externalId: unknown }> => {
  const named = new Map<string, { readonly name: unknown; readonly externalId: unknown }>();
  for (const { type, stream, data } of lines) {
    const id = stream.slice(stream.indexOf('-') + 1);
    if (/\.(CustomerRegistered|StaffHired|QueueOpened)\.v1$/.test(type)) named.set(id, { name: data['name'], externalId: data['externalId'] ?? null });
    if (type === 'identity.CustomerErased.v1') named.set(id, { name: null, externalId: named.get(id)?.externalId ?? null });
  }
  return named;
};

/** The lines of one case up to a moment: the last that had happened by an instant, or that stood there at a position. */
export const upTo = (lines: readonly Line[], moment: string | number): readonly Line[] => {
  let count = 0;
  lines.forEach(({ occurredAt, position }, place) => {
    const included = typeof moment === 'number' ? position <= moment : new Date(occurredAt).getTime() <= new Date(moment).getTime();
    if (included) count = place + 1;
  });
  return lines.slice(0, count);
};

/** A case as the API shows it, made from lines of the stream alone; null before it was opened. Knows nothing of Onmaru's code: an event that has no line here changes nothing but the revision. */
export const foldCase = (lines: readonly Line[], names: ReturnType<typeof namesIn>): Fields | null => {
  const found: Fields = {};
  let queueId: string | null = null;
  let assigneeId: string | null = null;
  for (const line of lines) {
    const { type, data, occurredAt } = line;
    const what = type.split('.')[1];
    if (what === 'CaseOpened') {
      const { policyVersion, number, externalId, subject, description, customerId, channel, impact, urgency, priority, category, subcategory, attributes } = data;
      Object.assign(found, { policyVersion, number, externalId, subject, description, customerId, channel, impact, urgency, priority, category, subcategory, attributes });
      Object.assign(found, { id: line.stream.slice('case-'.length), state: 'new', holdReason: null, reopenCount: 0, transferCount: 0, openedAt: occurredAt, resolvedAt: null, closedAt: null });
      queueId = data['queueId'] as string | null;
    }
    if (what === 'CaseCategorised') Object.assign(found, { category: data['category'], subcategory: data['subcategory'] });
    if (what === 'CasePrioritised') {
      const { impact, urgency, priority, policyVersion } = data;
      Object.assign(found, { impact, urgency, priority, policyVersion });
    }
    if (what === 'CaseAttributesSet') found['attributes'] = { ...(found['attributes'] as object), ...(data['attributes'] as object) };
    if (what === 'CaseCustomerChanged') found['customerId'] = data['customerId'];
    if (what === 'CaseTransferred') {
      queueId = data['queueId'] as string | null;
      found['transferCount'] = Number(found['transferCount']) + 1;
    }
    if (what === 'CaseAssigned') assigneeId = data['assigneeId'] as string;
    if (what === 'CaseUnassigned') assigneeId = null;
    if (what === 'CaseHeld') Object.assign(found, { state: 'on-hold', holdReason: data['reason'], resolvedAt: null });
    if (what === 'CaseWorkStarted' || what === 'CaseResumed') Object.assign(found, { state: 'in-progress', holdReason: null, resolvedAt: null });
    if (what === 'CaseResolved') Object.assign(found, { state: 'resolved', holdReason: null, resolvedAt: occurredAt });
    if (what === 'CaseClosed') Object.assign(found, { state: 'closed', holdReason: null, resolvedAt: found['resolvedAt'] ?? occurredAt, closedAt: occurredAt });
    if (what === 'CaseReopened') {
      Object.assign(found, { state: 'in-progress', holdReason: null, resolvedAt: null, closedAt: null, reopenCount: Number(found['reopenCount']) + 1 });
    }
    if (what === 'CaseCancelled') Object.assign(found, { state: 'cancelled', holdReason: null, resolvedAt: null });
    Object.assign(found, { revision: line.revision, updatedAt: occurredAt });
  }
  if (lines.length === 0) return null;
  const nameOf = (id: string): unknown => names.get(id)?.name ?? null;
  const customerId = found['customerId'] as string | null;
  const assignee = assigneeId === null ? null : { id: assigneeId, externalId: names.get(assigneeId)?.externalId ?? null, name: nameOf(assigneeId) };
  const customer = customerId === null ? null : { id: customerId, name: nameOf(customerId) };
  return { ...found, queue: queueId === null ? null : nameOf(queueId), assignee, customer, can: [] };
};
