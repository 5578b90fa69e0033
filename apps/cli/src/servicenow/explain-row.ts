import { latest, type Instant } from '@onmaru/time';
import type { Act } from './acts.js';
import { changeOfSituation } from './change-of-situation.js';
import { changes } from './changes.js';
import { channelOf } from './channel.js';
import { after, openedBy, type Incident } from './incident.js';
import type { Row } from './row.js';

type ActOfRow = Act & { readonly at: Instant; readonly actor: string };

/** The acts that explain a row, none when it repeats what the rows before it said, and what is known after it. */
type Explanation = { readonly acts: readonly ActOfRow[]; readonly known: Incident };

/** Somebody whom the log does not name. */
const UNNAMED = 'unknown';

/** The first row of an incident opens it; then every row does what it says otherwise than the rows before it. */
export const explainRow = (row: Row, before: Incident | undefined): Explanation => {
  const start = before ?? openedBy(row);
  const { first, last, situation } = changeOfSituation(start.situation, row.situation, row.closedCode);
  const known = after(row, start, latest(start.at, row.updatedAt), situation);
  const done = [...first, ...changes(start, known), ...last].map((act) => ({ ...act, at: known.at, actor: row.updatedBy ?? UNNAMED }));
  return { acts: before ? done : [opening(row, start), ...done], known };
};

const opening = ({ number, openedBy: opener, contactType }: Row, { at, customer, group, ...start }: Incident): ActOfRow => {
  const { impact, urgency, category, subcategory, attributes } = start;
  const data = { externalId: number, customer, channel: channelOf(contactType), impact, urgency, category, subcategory, attributes, group };
  return { type: 'OpenCase', at, actor: opener ?? UNNAMED, data };
};
