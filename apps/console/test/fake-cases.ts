/** A platform of one tenant in memory, for looking at screens. It knows the shapes of the API and few of its rules. */
export type Event = { position: number; revision: number; type: string; stream: string; occurredAt: string; recordedAt: string; actor: { kind: string; id: string; name?: string | null }; data: Record<string, unknown> };
export type Row = Record<string, unknown> & { id: string; revision: number; state: string; openedAt: string };

export const MATRIX = [[1, 2, 3], [2, 3, 4], [3, 4, 4]];

export const log: Event[] = [];
const heard = new Set<() => void>();
export const onAppend = (listener: () => void) => {
  heard.add(listener);
  return () => heard.delete(listener);
};

export const append = (stream: string, name: string, data: Record<string, unknown>, actor: Event['actor'], occurredAt = new Date().toISOString()): Event => {
  const revision = log.filter((event) => event.stream === stream).length + 1;
  const event = { position: log.length + 1, revision, type: `cases.${name}.v1`, stream, occurredAt, recordedAt: new Date().toISOString(), actor, data };
  log.push(event);
  heard.forEach((listener) => listener());
  return event;
};

export const streamOf = (id: string, until = Infinity) => log.filter((event) => event.stream === `case-${id}` && event.position <= until);

const VERBS: Record<string, string[]> = {
  open: ['categorise', 'prioritise', 'set-attributes', 'change-customer', 'transfer', 'assign', 'reply-to-customer', 'record-customer-reply', 'add-note', 'resolve', 'cancel'],
  done: ['reopen', 'add-note', 'record-customer-reply'],
};

const canDo = (row: Row): string[] => {
  if (row.state === 'cancelled') return ['add-note'];
  if (row.state === 'resolved' || row.state === 'closed') return [...(VERBS.done ?? []), ...(row.state === 'resolved' ? ['close'] : [])];
  return [...(VERBS.open ?? []), ...(row.assignee ? ['unassign'] : []), ...(row.state === 'new' ? ['start-work'] : []), ...(row.state === 'on-hold' ? ['resume'] : ['hold'])];
};

export const names = new Map<string, string>();

export const fold = (id: string, role: string, until?: number): Row | null => {
  let row: Row | null = null;
  for (const { type, data, revision, occurredAt } of streamOf(id, until)) {
    const name = type.split('.')[1];
    if (name === 'CaseOpened') {
      row = {
        id, revision, externalId: null, number: data.number, subject: data.subject, description: data.description, customerId: data.customerId,
        customer: data.customerId ? { id: data.customerId, name: names.get(data.customerId as string) ?? null } : null, channel: data.channel, state: 'new', holdReason: null,
        impact: data.impact, urgency: data.urgency, priority: data.priority, policyVersion: data.policyVersion, category: data.category, subcategory: data.subcategory,
        attributes: data.attributes ?? {}, queue: null, assignee: null, reopenCount: 0, transferCount: 0, openedAt: occurredAt, updatedAt: occurredAt, resolvedAt: null, closedAt: null, can: [],
      };
      continue;
    }
    if (row === null) continue;
    row.revision = revision;
    row.updatedAt = occurredAt;
    if (name === 'CaseCategorised') Object.assign(row, { category: data.category, subcategory: data.subcategory });
    if (name === 'CasePrioritised') Object.assign(row, { impact: data.impact, urgency: data.urgency, priority: data.priority, policyVersion: data.policyVersion });
    if (name === 'CaseTransferred') Object.assign(row, { queue: data.queue, transferCount: (row.transferCount as number) + 1 });
    if (name === 'CaseAssigned') row.assignee = { id: data.assigneeId, externalId: null, name: data.assignee };
    if (name === 'CaseUnassigned') row.assignee = null;
    if (name === 'CaseHeld') Object.assign(row, { state: 'on-hold', holdReason: data.reason });
    if (name === 'CaseWorkStarted' || name === 'CaseResumed') Object.assign(row, { state: 'in-progress', holdReason: null });
    if (name === 'CaseResolved') Object.assign(row, { state: 'resolved', holdReason: null, resolvedAt: occurredAt });
    if (name === 'CaseClosed') Object.assign(row, { state: 'closed', closedAt: occurredAt });
    if (name === 'CaseCancelled') row.state = 'cancelled';
    if (name === 'CaseReopened') Object.assign(row, { state: 'in-progress', resolvedAt: null, closedAt: null, reopenCount: (row.reopenCount as number) + 1 });
  }
  if (row === null) return null;
  row.can = until !== undefined ? [] : canDo(row);
  if (role === 'customer') row.can = (row.can as string[]).filter((verb) => verb === 'reopen' || verb === 'record-customer-reply');
  if (role === 'analyst') row.can = [];
  return row;
};

export const eventOfVerb = (verb: string, body: Record<string, unknown>): [string, Record<string, unknown>] => {
  switch (verb) {
    case 'categorise': return ['CaseCategorised', { category: body.category, subcategory: body.subcategory ?? null }];
    case 'prioritise': return ['CasePrioritised', { ...body, priority: MATRIX[(body.impact as number) - 1]?.[(body.urgency as number) - 1], policyVersion: 3 }];
    case 'transfer': return ['CaseTransferred', { queueId: body.queue, queue: body.queue }];
    case 'assign': return ['CaseAssigned', { assigneeId: body.assignee, assignee: names.get(body.assignee as string) ?? null }];
    case 'unassign': return ['CaseUnassigned', {}];
    case 'start-work': return ['CaseWorkStarted', {}];
    case 'reply-to-customer': return ['ReplySentToCustomer', { text: body.text }];
    case 'record-customer-reply': return ['CustomerReplyRecorded', { text: body.text }];
    case 'add-note': return ['NoteAdded', { text: body.text }];
    case 'hold': return ['CaseHeld', { reason: body.reason }];
    case 'resume': return ['CaseResumed', {}];
    case 'resolve': return ['CaseResolved', { resolution: body.resolution, code: body.code ?? null }];
    case 'close': return ['CaseClosed', {}];
    case 'reopen': return ['CaseReopened', { reason: body.reason }];
    case 'cancel': return ['CaseCancelled', { reason: body.reason }];
    default: return ['CaseAttributesSet', { attributes: body.attributes }];
  }
};
