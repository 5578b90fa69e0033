/** What is to be played: between two moments as a form holds them (in the zone of the reader), or between two positions; of these types, or of all. */
export type Span = {
  readonly by: 'time' | 'position';
  readonly since: string;
  readonly until: string;
  readonly after: number | '';
  readonly upTo: number | '';
  readonly types: readonly string[];
};

export const WHOLE_LOG: Span = { by: 'time', since: '', until: '', after: '', upTo: '', types: [] };

export type SpanQuery = Readonly<Record<'since' | 'until' | 'type', string | undefined> & Record<'from' | 'upTo', number | undefined>>;

const moment = (text: string): string | undefined => (text === '' ? undefined : new Date(text).toISOString());
const place = (number: number | ''): number | undefined => (number === '' ? undefined : number);

/** The same as the stream of events is asked for it. */
export const spanQuery = ({ by, since, until, after, upTo, types }: Span): SpanQuery => ({
  since: by === 'time' ? moment(since) : undefined,
  until: by === 'time' ? moment(until) : undefined,
  from: by === 'position' ? place(after) : undefined,
  upTo: by === 'position' ? place(upTo) : undefined,
  type: types.length > 0 ? types.join(',') : undefined,
});
