/** What is said of a piece of work: kinds, names of our own, ids and numbers; never what people wrote or are called, and nothing that lets somebody in. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export type Beginning = {
  /** Whether it answers a request, waits for another's answer, tells others, takes what others told, or is nobody else's business. */
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** The place in a trace that it goes on from; without one it begins a trace. */
  readonly parent?: string | undefined;
  /** Somebody outside the platform said that place: whether the trace is kept is not theirs to say. */
  readonly fromOutside?: boolean;
  /** Places in other traces that it has to do with. */
  readonly links?: readonly string[];
  readonly attributes?: Attributes;
};

/** A piece of work while it goes on. */
export interface Span {
  /** Its place in the trace, for whoever goes on from here. */
  readonly traceparent: string;
  note(attributes: Attributes): void;
  /** `failure`: what kind of thing went wrong, without what it was about. */
  end(failure?: string): void;
}

/**
 * Where pieces of work are told of, so that somebody can see what led to what. Names are of few kinds: routes, verbs, topics.
 *
 * @port
 */
export interface Tracing {
  begin(name: string, beginning: Beginning): Span;
  /** Tells what is still untold. */
  close(): Promise<void>;
}

/** Where somebody reads that nobody could be told. */
export type Trouble = { warn(details: object, message: string): void };

const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/** Does `work` as a piece of its own, where traces are kept; else just does it. */
export const traced = <T>(tracing: Tracing | undefined, name: string, beginning: Beginning, work: (span?: Span) => Promise<T>): Promise<T> => (tracing ? inSpan(tracing.begin(name, beginning), work) : work());

const inSpan = async <T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> => {
  try {
    const answer = await work(span);
    span.end();
    return answer;
  } catch (error) {
    span.end(kindOf(error));
    throw error;
  }
};
