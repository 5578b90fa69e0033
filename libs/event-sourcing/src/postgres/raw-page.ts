import type { Actor, RawEvent, StoredEvent } from '../event.js';
import { instantOfMilliseconds } from './instant-of.js';
import { storedEvent, type Meta } from './stored-event.js';

/** The columns of an event as pages are read: those of one size first, so that they are found without a search. */
export const RAW_COLUMNS = 'position, revision, occurred_at, recorded_at, id, tenant, stream, type, command_id, command_hash, meta, data';

/** What of a row stands at a fixed place: behind the number of its fields (2 bytes), each field behind its length (4). */
const [POSITION, REVISION, OCCURRED_AT, RECORDED_AT, ID, TEXTS] = [6, 18, 30, 42, 54, 70];
const [TENANT, STREAM, TYPE, COMMAND_ID, COMMAND_HASH, META, DATA] = [0, 1, 2, 3, 4, 5, 6];
const FIELDS = 12;

/** Signature, flags and the length of an extension, before the first row. */
const HEADER = 19;

/** PostgreSQL counts microseconds from the beginning of 2000. */
const EPOCH = Date.UTC(2000, 0, 1);

/** Whole numbers up to 2⁵³ only. */
const bigintAt = (page: Buffer, at: number): number => page.readInt32BE(at) * 2 ** 32 + page.readUInt32BE(at + 4);
const [happened, noted] = [instantOfMilliseconds(), instantOfMilliseconds()];
const millisecondsAt = (page: Buffer, at: number): number => EPOCH + Math.floor(bigintAt(page, at) / 1000);

/** One row of a page; its parts are taken out of the page when they are asked for. */
export class RawRow implements RawEvent {
  constructor(
    private readonly page: Buffer,
    private readonly at: number,
  ) {}

  get position(): number {
    return bigintAt(this.page, this.at + POSITION);
  }
  get revision(): number {
    return bigintAt(this.page, this.at + REVISION);
  }
  get occurredAt(): string {
    return happened(millisecondsAt(this.page, this.at + OCCURRED_AT));
  }
  get recordedAt(): string {
    return noted(millisecondsAt(this.page, this.at + RECORDED_AT));
  }
  get id(): string {
    const hex = this.page.toString('hex', this.at + ID, this.at + ID + 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
  get tenant(): string {
    return this.text(TENANT);
  }
  get stream(): string {
    return this.text(STREAM);
  }
  get type(): string {
    return this.text(TYPE);
  }
  get commandId(): string {
    return this.text(COMMAND_ID);
  }
  get commandHash(): string | undefined {
    return this.text(COMMAND_HASH) || undefined;
  }
  get actor(): Actor {
    return this.meta().actor;
  }
  get correlationId(): string {
    return this.meta().correlationId;
  }
  get causationId(): string | undefined {
    return this.meta().causationId;
  }
  get traceparent(): string | undefined {
    return this.meta().traceparent;
  }
  get json(): string {
    return this.text(DATA);
  }

  /** The event with all its parts taken out. */
  decoded(): StoredEvent {
    return storedEvent(this, this.text(COMMAND_HASH), this.json, this.text(META));
  }

  private meta(): Meta {
    return JSON.parse(this.text(META)) as Meta;
  }

  private text(nth: number): string {
    let at = this.at + TEXTS;
    for (let before = 0; before < nth; before += 1) at += 4 + Math.max(0, this.page.readInt32BE(at));
    return this.page.toString('utf8', at + 4, at + 4 + Math.max(0, this.page.readInt32BE(at)));
  }
}

/** What COPY in its binary format sends of {@link RAW_COLUMNS} → the rows, in order. */
export const rawRows = (page: Buffer): readonly RawRow[] => {
  const rows: RawRow[] = [];
  for (let at = HEADER; page.readInt16BE(at) === FIELDS; ) {
    rows.push(new RawRow(page, at));
    at += TEXTS;
    for (let text = TENANT; text <= DATA; text += 1) at += 4 + Math.max(0, page.readInt32BE(at));
  }
  return rows;
};
