/** One server-sent event. */
type Frame = { readonly id: string | null; readonly event: string; readonly data: string };

/** What is left of a text that ended in the middle of an event. */
type Rest = { readonly frames: readonly Frame[]; readonly rest: string };

/** Takes the whole events out of a text that came in pieces; comments and unknown fields say nothing. */
export const takeFrames = (text: string): Rest => {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { frames: blocks.map(frameOf).filter((frame) => frame !== null), rest };
};

const frameOf = (block: string): Frame | null => {
  const fields = block
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(':'))
    .map((line) => {
      const colon = line.indexOf(':');
      return colon === -1 ? ([line, ''] as const) : ([line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')] as const);
    });
  if (fields.length === 0) return null;
  const last = (name: string) => fields.findLast(([field]) => field === name)?.[1];
  const data = fields.filter(([field]) => field === 'data').map(([, value]) => value);
  return { id: last('id') ?? null, event: last('event') ?? 'message', data: data.join('\n') };
};
