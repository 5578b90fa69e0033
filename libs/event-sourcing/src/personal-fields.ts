import { parseStoredName, type EventType, type EventTypes } from './event-types.js';

/** A personal value as the log stores it, and whose key opens it. */
export type Sealed = { readonly sealed: string; readonly subject: string };

/** The fields of a stored event type that are sealed, and the field that names their subject. */
export type PersonalFields = { readonly fields: readonly string[]; readonly subject: string | undefined };

/** Personal fields by stored name; undefined for a type that no context has. Fields that only older versions had stay listed. */
export const personalFields = (allTypes: readonly EventTypes[]): ((storedType: string) => PersonalFields | undefined) => {
  const contexts = new Map(allTypes.map(({ context, types }) => [context, types as Readonly<Record<string, EventType>>]));
  const known = new Map<string, PersonalFields | undefined>();
  const find = (storedType: string): PersonalFields | undefined => {
    const { context, type } = parseStoredName(storedType);
    const types = contexts.get(context);
    const found = types && Object.hasOwn(types, type) ? types[type] : undefined;
    return found && { fields: found.personal ?? [], subject: found.subject };
  };
  return (storedType) => {
    if (!known.has(storedType)) known.set(storedType, find(storedType));
    return known.get(storedType);
  };
};

/** Whose text an event holds: the id in its subject field, or the stream itself where that names nobody. */
export const subjectOf = ({ subject }: PersonalFields, data: object, stream: string): string => {
  const id = subject === undefined ? null : (data as Readonly<Record<string, unknown>>)[subject];
  return typeof id === 'string' && id !== '' ? id : stream;
};

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && typeof (value as Sealed).sealed === 'string' && typeof (value as Sealed).subject === 'string';
