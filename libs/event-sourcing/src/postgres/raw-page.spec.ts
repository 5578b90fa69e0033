import { RawRow, rawRows } from './raw-page.js';

const EPOCH = Date.UTC(2000, 0, 1);
const eight = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
};
const field = (value: Buffer | string | null): Buffer => {
  const bytes = value === null ? null : Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes ? bytes.length : -1);
  return Buffer.concat(bytes ? [length, bytes] : [length]);
};
const moment = (text: string, microseconds = 0n): Buffer => eight(BigInt(Date.parse(text) - EPOCH) * 1000n + microseconds);

/** A page as the server sends it: a header, rows of twelve fields, and a row of -1 fields at the end. */
const page = (...rows: readonly (readonly (Buffer | string | null)[])[]): Buffer =>
  Buffer.concat([Buffer.alloc(19), ...rows.flatMap((row) => [Buffer.from([0, row.length]), ...row.map(field)]), Buffer.from([255, 255])]);

const row = (position: bigint, hash: string | null, occurredAt: Buffer): readonly (Buffer | string | null)[] => [
  ...[eight(position), eight(7n), occurredAt, moment('2026-03-01T09:00:00.120Z'), Buffer.from('018f0000000070008000abcdefabcdef', 'hex')],
  ...['demo', 'case-가나다', 'cases.NoteAdded.v1', 'command', hash, '{"actor":{"kind":"staff","id":"mina"},"correlationId":"r"}', '{"text":"안녕하세요 👋"}'],
];

describe('A page of the log as the database sends it', () => {
  it('is decoded row by row, whatever language and length its texts have', () => {
    const rows = rawRows(page(row(1n, null, moment('2026-03-01T08:59:59.001Z')), row(2n ** 40n, 'h', moment('2026-03-01T08:59:59.001Z'))));
    expect(rows.map((one) => one.decoded())).toEqual(
      [1, 2 ** 40].map((position) => ({
        id: '018f0000-0000-7000-8000-abcdefabcdef',
        type: 'cases.NoteAdded.v1',
        occurredAt: '2026-03-01T08:59:59.001Z',
        recordedAt: '2026-03-01T09:00:00.120Z',
        data: { text: '안녕하세요 👋' },
        commandId: 'command',
        ...(position > 1 && { commandHash: 'h' }),
        actor: { kind: 'staff', id: 'mina' },
        correlationId: 'r',
        tenant: 'demo',
        stream: 'case-가나다',
        revision: 7,
        position,
      })),
    );
  });

  it('keeps moments before 2000, and cuts off what is less than a millisecond', () => {
    const [early, fine] = rawRows(page(row(1n, null, moment('1969-07-20T20:17:40.500Z')), row(2n, null, moment('1999-12-31T23:59:59.999Z', 999n))));
    expect([early?.occurredAt, fine?.occurredAt]).toEqual(['1969-07-20T20:17:40.500Z', '1999-12-31T23:59:59.999Z']);
  });

  it('may be empty', () => expect(rawRows(page())).toEqual([]));

  it('is not decoded where nobody asks', () => {
    const [first] = rawRows(page([...row(1n, null, moment('2026-03-01T09:00:00Z')).slice(0, 11), 'not JSON']));
    expect(first).toBeInstanceOf(RawRow);
    expect([first?.position, first?.json]).toEqual([1, 'not JSON']);
    expect(() => first?.decoded()).toThrow(SyntaxError);
  });
});
