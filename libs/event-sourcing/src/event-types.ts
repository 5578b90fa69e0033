import type { Event, StoredEvent } from './event.js';

/**
 * One stored event type. `personal` names the fields that only the data subject's key can open, `subject` the field
 * that holds the subject's id; where that is null, the stream itself is the subject.
 */
export type EventType = {
  readonly version: number;
  readonly personal?: readonly string[];
  readonly subject?: string;
  /** Other contexts hear of it, as a contract of theirs; what is not told is nobody else's business. */
  readonly told?: true;
  /** Brings a stored shape of an older version to the current one. */
  readonly upcasts?: Readonly<Record<number, (data: never) => object>>;
};

/** The stored event types of one context, by their short names. */
export type EventTypes<E extends Event = Event> = {
  readonly context: string;
  readonly types: Readonly<Record<E['type'], EventType>>;
};

/** The types that other contexts hear of. */
type ToldBy<Types extends EventTypes> = { [Type in keyof Types['types']]: Types['types'][Type] extends { readonly told: true } ? Type : never }[keyof Types['types']];

/** Whether other contexts hear of an event. */
export const isTold = <E extends Event, Types extends EventTypes<E>>(types: Types, event: E): event is Extract<E, { readonly type: ToldBy<Types> }> =>
  types.types[event.type as E['type']].told === true;

/** `CaseOpened` → `cases.CaseOpened.v1`. */
export const storedName = (types: EventTypes, type: string): string => {
  const found = types.types[type];
  if (!found) throw new Error(`${types.context} has no event type ${type}`);
  return `${types.context}.${type}.v${found.version}`;
};

/** `cases.CaseOpened.v1` → its parts. Throws on any other shape. */
export const parseStoredName = (name: string): { context: string; type: string; version: number } => {
  const match = /^([a-z]+)\.([A-Za-z]+)\.v([1-9]\d*)$/.exec(name);
  if (!match) throw new Error(`"${name}" is not a stored event type such as cases.CaseOpened.v1`);
  return { context: match[1] as string, type: match[2] as string, version: Number(match[3]) };
};

const parsed = new Map<string, ReturnType<typeof parseStoredName>>();

/** The parts of a name that some context knows: there are few of them, and each is asked for with every event. */
const partsOf = (name: string): ReturnType<typeof parseStoredName> => {
  const known = parsed.get(name) ?? parseStoredName(name);
  if (parsed.size < MOST_NAMES) parsed.set(name, known);
  return known;
};

const MOST_NAMES = 1000;

/** A stored event as its context's rules know it. An unknown type or version is an error, never skipped. */
export const decode = <E extends Event>(types: EventTypes<E>, stored: StoredEvent): E => {
  const { context, type, version } = partsOf(stored.type);
  const known = context === types.context ? (types.types as Readonly<Record<string, EventType>>)[type] : undefined;
  if (!known || version > known.version) throw new Error(`${types.context} does not know ${stored.type}`);
  let data: object = stored.data;
  for (let v = version; v < known.version; v += 1) {
    const upcast = known.upcasts?.[v];
    if (!upcast) throw new Error(`${stored.type} has no way to version ${v + 1}`);
    data = upcast(data as never);
  }
  return { type, occurredAt: stored.occurredAt, data } as unknown as E;
};
