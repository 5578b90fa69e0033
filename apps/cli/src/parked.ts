type Parked = { readonly tenant: string; readonly stream: string; readonly position: number; readonly reason: string };

/** How a view stands, as far as it is looked at here. */
export type ViewStanding = { readonly view: string; readonly parked: readonly (Parked & { readonly parkedAt: string })[] };

/** A stream that a view could not fold on: since when, and at which event. */
export type ParkedStream = ViewStanding['parked'][number] & { readonly view: string };

/** What became of a parked stream: null when it goes on. */
export type Redriven = { readonly view: string; readonly parked: Parked | null };

export const NOTHING_PARKED = 'Nothing is parked. Every view reads on.';

export const parkedIn = (standings: readonly ViewStanding[]): readonly ParkedStream[] => standings.flatMap(({ view, parked }) => parked.map((one) => ({ view, ...one })));

export const parkedText = ({ view, tenant, stream, position, reason, parkedAt }: ParkedStream): string => `${view}  ${tenant}  ${stream}  since ${parkedAt}, at #${position}: ${reason}`;

/** The parked streams that are meant: all of them, or all of a view, or one. */
export const meant = (all: readonly ParkedStream[], view: string | undefined, stream: string | undefined): readonly ParkedStream[] =>
  all.filter((one) => (view === undefined || one.view === view) && (stream === undefined || one.stream === stream));

export const redrivenText = ({ view, tenant, stream }: ParkedStream, { parked }: Redriven): string =>
  parked === null ? `✓ ${view}  ${tenant}  ${stream}  goes on` : `✗ ${view}  ${tenant}  ${stream}  is parked again, at #${parked.position}: ${parked.reason}`;
