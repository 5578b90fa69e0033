/** Which events are played, as it is said on the command line: each end is a moment or a position. */
export type Span = { readonly from?: string; readonly until?: string; readonly type?: string };

const isPosition = (text: string): boolean => /^\d+$/.test(text);

/** The same as the event stream is asked for it. */
export const spanQuery = ({ from, until, type }: Span): Readonly<Record<string, string | undefined>> => ({
  ...(from !== undefined && { [isPosition(from) ? 'from' : 'since']: from }),
  ...(until !== undefined && { [isPosition(until) ? 'upTo' : 'until']: until }),
  type,
});
