import type { EventType, EventTypes } from './event-types.js';

/** A personal value as the log stores it, and whose key opens it. */
export type Sealed = { readonly sealed: string; readonly subject: string };

/** The fields of a stored event type that are sealed, and the field that names their subject. */
export type PersonalFields = { readonly fields: readonly string[]; readonly subject: string | undefined };

const versions = (context: string, name: string, { version, personal = [], subject }: EventType): readonly [string, PersonalFields][] =>
  Array.from({ length: version }, (_, older) => [`${context}.${name}.v${older + 1}`, { fields: personal, subject }]);

/** Personal fields by stored name, of every version. A field that only an older version had stays listed in its type. */
export const personalFields = (allTypes: readonly EventTypes[]): ReadonlyMap<string, PersonalFields> =>
  new Map(
    allTypes.flatMap(({ context, types }) =>
      Object.entries<EventType>(types).flatMap(([name, type]) => versions(context, name, type)),
    ),
  );

/** Whose text an event holds: the id in its subject field, or the stream itself where that names nobody. */
export const subjectOf = ({ subject }: PersonalFields, data: object, stream: string): string => {
  const id = subject === undefined ? null : (data as Readonly<Record<string, unknown>>)[subject];
  return typeof id === 'string' && id !== '' ? id : stream;
};

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string' && typeof (value as Sealed).subject === 'string';
