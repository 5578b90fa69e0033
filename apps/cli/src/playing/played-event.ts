/** An event as it is played: the line that came, and what of it is looked at. */
export type PlayedEvent = { readonly line: string; readonly position: number; readonly occurredAt: string; readonly type: string; readonly stream: string; readonly actor: { readonly kind: string; readonly id: string } };

export const playedEvent = (line: string): PlayedEvent => ({ ...(JSON.parse(line) as Omit<PlayedEvent, 'line'>), line });

/** What a terminal would take for a command of its own is not shown to it. */
const shown = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

/** `    4711  2016-03-10T09:12:00.000Z  cases.CaseHeld.v1                 case-58a6…  staff ca8a…` */
export const playedEventText = ({ position, occurredAt, type, stream, actor: { kind, id } }: PlayedEvent): string =>
  shown(`${String(position).padStart(8)}  ${occurredAt}  ${type.padEnd(36)}  ${stream}  ${kind} ${id}`);
