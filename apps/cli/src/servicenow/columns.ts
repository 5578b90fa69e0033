/** The columns of an incident log that the import reads. Others may be there; their order does not matter. */
export const COLUMNS = [
  'number', 'incident_state', 'made_sla', 'caller_id', 'opened_by', 'opened_at', 'sys_updated_by', 'sys_updated_at',
  'contact_type', 'location', 'category', 'subcategory', 'u_symptom', 'cmdb_ci', 'impact', 'urgency', 'priority',
  'assignment_group', 'assigned_to', 'knowledge', 'u_priority_confirmation', 'notify', 'problem_id', 'rfc', 'vendor',
  'caused_by', 'closed_code',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Where each column stands in a line, and how many cells a line has. */
export type Layout = { readonly width: number; readonly at: Readonly<Record<Column, number>> };

/** The layout that a header line says, or the columns that it lacks. */
export const layoutOf = (header: readonly string[]): Layout | { readonly missing: readonly Column[] } => {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) return { missing };
  const at = Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
  return { width: header.length, at };
};
