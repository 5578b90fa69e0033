import { csvLine } from './csv.js';

export type Format = 'ndjson' | 'csv';

/** How records of one kind look as lines of text: a header, where there is one, and a line per record. */
export type Lines = { readonly header: string | null; readonly line: (json: string) => string };

const AS_IS: Lines = { header: null, line: (json) => json };

const inColumns = (columns: Readonly<Record<string, (record: Record<string, unknown>) => unknown>>): Lines => ({
  header: csvLine(Object.keys(columns)),
  line: (json) => {
    const record = JSON.parse(json) as Record<string, unknown>;
    return csvLine(Object.values(columns).map((cell) => cell(record)));
  },
});

const field = (name: string) => (record: Record<string, unknown>) => record[name];
const inside = (name: string, part: string) => (record: Record<string, unknown>) => (record[name] as Record<string, unknown> | null)?.[part];
const fields = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, field(name)]));

const EVENTS = inColumns({
  ...fields('position', 'id', 'type', 'source', 'subject', 'occurredAt', 'recordedAt', 'tenant'),
  actorKind: inside('actor', 'kind'),
  actorId: inside('actor', 'id'),
  ...fields('stream', 'revision', 'data'),
});

const CASES = inColumns({
  ...fields('id', 'revision', 'externalId', 'number', 'subject', 'description', 'customerId', 'channel', 'state', 'holdReason'),
  ...fields('impact', 'urgency', 'priority', 'category', 'subcategory', 'attributes', 'queue'),
  assigneeId: inside('assignee', 'id'),
  assigneeExternalId: inside('assignee', 'externalId'),
  assigneeName: inside('assignee', 'name'),
  ...fields('reopenCount', 'transferCount', 'openedAt', 'resolvedAt', 'closedAt'),
});

export const eventLines = (format: Format): Lines => (format === 'csv' ? EVENTS : AS_IS);
export const caseLines = (format: Format): Lines => (format === 'csv' ? CASES : AS_IS);
