const hex = (bytes: number): string => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The trace of an act: its key names it, so that every try of it is found under one id. */
export const traceOfAct = (key: string): string | undefined => {
  const digits = key.replaceAll('-', '').toLowerCase();
  return /^(?!0{32})[\da-f]{32}$/.test(digits) ? digits : undefined;
};

/** The header by which a request begins a trace, or goes on with one, as W3C Trace Context has it. */
export const traceparent = (trace = hex(16)): string => `00-${trace}-${hex(8)}-01`;
