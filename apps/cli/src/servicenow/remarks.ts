import type { Incident } from './incident.js';
import { priorityOf } from './priority.js';
import type { Row } from './row.js';

/** Where a row says something else than the case that comes of it. */
export const remarksOn = (row: Row, { impact, urgency, situation }: Incident): readonly string[] => {
  const remarks: string[] = [];
  const priority = priorityOf(impact, urgency);
  if (row.priority !== null && row.priority !== priority) {
    remarks.push(`priority is ${row.priority}, where impact ${impact} and urgency ${urgency} make ${priority}`);
  }
  if (row.situation === 'new' && situation !== 'new') remarks.push('state is New again: the case stays in progress');
  return remarks;
};
