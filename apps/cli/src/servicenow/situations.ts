export type HoldReason = 'customer' | 'vendor' | 'problem' | 'evidence';

/** Where a case stands between two acts. */
export type Situation = 'new' | 'in-progress' | 'resolved' | 'closed' | `on-hold: ${HoldReason}`;

/** What each state of the log means; a state of -100 says nothing. */
export const SITUATIONS: ReadonlyMap<string, Situation | 'unsaid'> = new Map<string, Situation | 'unsaid'>([
  ['New', 'new'],
  ['Active', 'in-progress'],
  ['Awaiting User Info', 'on-hold: customer'],
  ['Awaiting Vendor', 'on-hold: vendor'],
  ['Awaiting Problem', 'on-hold: problem'],
  ['Awaiting Evidence', 'on-hold: evidence'],
  ['Resolved', 'resolved'],
  ['Closed', 'closed'],
  ['-100', 'unsaid'],
]);

export const isOver = (situation: Situation): boolean => situation === 'resolved' || situation === 'closed';

/** The reason of a hold, null in any other situation. */
export const holdReason = (situation: Situation): HoldReason | null =>
  situation.startsWith('on-hold: ') ? (situation.slice('on-hold: '.length) as HoldReason) : null;
