import type { RawEvent } from '../event.js';
import { metaOf } from './append-statements.js';

/** The columns of {@link copyLine}, in its order. */
export const IMPORT_COLUMNS = 'position, tenant, stream, category, revision, type, id, command_id, command_hash, command_index, data, meta, occurred_at, recorded_at';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const SPECIAL = /[\\\n\r\t]/g;
const escaped = (text: string): string => text.replace(SPECIAL, (special) => ESCAPES[special] as string);

/** The command of the event before, and which of its events that is. */
export type LastCommand = Pick<RawEvent, 'tenant' | 'stream' | 'commandId'> & { readonly index: number };

/** Makes events into lines of COPY's text format. The events of a command follow each other, and are counted from 0. */
export const copyLine = (before?: LastCommand): ((event: RawEvent) => string) => {
  let last = before ? `${before.tenant}/${before.stream}/${before.commandId}` : '';
  let index = before?.index ?? 0;
  return (event) => {
    const { position, tenant, stream, revision, type, id, commandId, commandHash, json, occurredAt, recordedAt } = event;
    const command = `${tenant}/${stream}/${commandId}`;
    index = command === last ? index + 1 : 0;
    last = command;
    const category = stream.slice(0, stream.indexOf('-'));
    const hash = commandHash === undefined ? '\\N' : escaped(commandHash);
    return `${position}\t${tenant}\t${escaped(stream)}\t${category}\t${revision}\t${type}\t${id}\t${escaped(commandId)}\t${hash}\t${index}\t${escaped(json)}\t${escaped(metaOf(event))}\t${occurredAt}\t${recordedAt}\n`;
  };
};
