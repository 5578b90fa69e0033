import { createHash } from 'node:crypto';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Item } from '../follower.js';
import type { Message } from '../message.js';

/** A message as it stands on a topic: CloudEvents in binary mode, with Onmaru's own attributes beside. */
export type Record = { readonly key: string; readonly value: string; readonly headers: { readonly [name: string]: string } };

/** The text of attributes by the name of their header, in which every message bears them. */
const ATTRIBUTES = { ce_specversion: 'specversion', ce_id: 'id', ce_source: 'source', ce_type: 'type', ce_time: 'time', ce_tenant: 'tenant', ce_correlationid: 'correlationId' } as const;
const OPTIONAL = { ce_causationid: 'causationId', ce_traceparent: 'traceparent' } as const;
const TROUBLE = 'ce_trouble';

const entries = <T extends object>(of: T) => Object.entries(of) as [string, T[keyof T]][];

export const recordOf = ({ message, trouble }: Item): Record => ({
  key: message.key,
  value: JSON.stringify(message.data),
  headers: {
    'content-type': 'application/json',
    ...Object.fromEntries(entries(ATTRIBUTES).map(([header, name]) => [header, message[name]])),
    ...Object.fromEntries(entries(OPTIONAL).flatMap(([header, name]) => (message[name] === undefined ? [] : [[header, message[name]]]))),
    ce_actor: `${message.actor.kind}:${message.actor.id}`,
    ce_position: String(message.position),
    ...(trouble === undefined ? {} : { [TROUBLE]: trouble instanceof Error ? trouble.message : 'unknown' }),
  },
});

const texts = (headers: IHeaders = {}): ReadonlyMap<string, string> => new Map(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** Where a record stands, as an id that is the same whenever it is read. */
const placeId = (place: string): string => {
  const hex = createHash('sha256').update(place).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const messageOf = (topic: string, { key, value }: KafkaMessage, header: (name: string) => string): Message => {
  const actor = header('ce_actor');
  const colon = actor.indexOf(':');
  const optional = Object.fromEntries(entries(OPTIONAL).flatMap(([name, attribute]) => (header(name) === '' ? [] : [[attribute, header(name)]])));
  return {
    ...(Object.fromEntries(entries(ATTRIBUTES).map(([name, attribute]) => [attribute, header(name)])) as Pick<Message, (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES]>),
    ...optional,
    key: String(key ?? ''),
    topic,
    actor: { kind: actor.slice(0, colon) as Message['actor']['kind'], id: actor.slice(colon + 1) },
    position: Number(header('ce_position')),
    data: JSON.parse(String(value)) as object,
  };
};

/**
 * What stands on `topic`, read back. What somebody else has put there, or what came to harm, is an item with its
 * `trouble`, with an id of its place: it is told as undeliverable, and never passed over.
 */
export const itemOf = (topic: string, partition: number, record: KafkaMessage): Item => {
  const headers = texts(record.headers);
  try {
    const lacking = [...Object.keys(ATTRIBUTES), 'ce_actor', 'ce_position'].filter((name) => !headers.has(name));
    if (lacking.length > 0) throw new Error(`a record without ${lacking.join(', ')}`);
    if (!Number.isSafeInteger(Number(headers.get('ce_position')))) throw new Error('a record whose position is no number');
    const message = messageOf(topic, record, (name) => headers.get(name) ?? '');
    const trouble = headers.get(TROUBLE);
    return trouble === undefined ? { message } : { message, trouble: new Error(trouble) };
  } catch (trouble) {
    const place = `${topic}/${partition}/${record.offset}`;
    const known = { specversion: '1.0', source: '', type: headers.get('ce_type') ?? '', time: new Date(Number(record.timestamp)).toISOString(), tenant: headers.get('ce_tenant') ?? '' } as const;
    const message = { ...known, id: placeId(place), key: String(record.key ?? ''), topic, actor: { kind: 'external', id: place }, correlationId: '', position: 0, data: {} } as const;
    return { message, trouble };
  }
};
