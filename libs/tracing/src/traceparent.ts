const FORM = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;

/** A place in a trace, as W3C Trace Context writes it; undefined where a header says none. */
export const traceparentIn = (header: string | readonly string[] | undefined): string | undefined => (typeof header === 'string' && FORM.test(header) ? header : undefined);

/** The trace that a place is in: 32 hexadecimal digits. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
