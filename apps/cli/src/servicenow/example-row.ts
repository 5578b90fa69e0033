import { COLUMNS, type Column } from './columns.js';
import type { Row } from './row.js';

/** For specs: a row of an incident that was just opened, and whatever a spec wants different. */
export const exampleRow = (different: Partial<Row> = {}): Row => ({
  line: 2,
  number: '0000045',
  situation: 'new',
  openedAt: '2016-02-29T01:16:00.000Z',
  openedBy: '8',
  updatedAt: '2016-02-29T01:23:00.000Z',
  updatedBy: '21',
  caller: '2403',
  contactType: 'Phone',
  category: '55',
  subcategory: '170',
  impact: 2,
  urgency: 2,
  priority: 3,
  group: '56',
  assignee: null,
  closedCode: '5',
  attributes: { location: '143' },
  ...different,
});

/** The same row as the cells of a line below the header {@link COLUMNS}. */
export const exampleCells = (different: Partial<Record<Column, string>> = {}): readonly string[] => {
  const cells: Partial<Record<Column, string>> = {
    number: '0000045',
    incident_state: 'New',
    made_sla: 'true',
    caller_id: '2403',
    opened_by: '8',
    opened_at: '29/2/2016 01:16',
    sys_updated_by: '21',
    sys_updated_at: '29/2/2016 01:23',
    contact_type: 'Phone',
    location: '143',
    category: '55',
    subcategory: '170',
    impact: '2',
    urgency: '2',
    priority: '3',
    assignment_group: '56',
    knowledge: 'true',
    u_priority_confirmation: 'false',
    notify: 'Do Not Notify',
    closed_code: '5',
    ...different,
  };
  return COLUMNS.map((column) => cells[column] ?? '?');
};
