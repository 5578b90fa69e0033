import { copyLine } from './copy-text.js';

const line = (type: string, value: unknown) => copyLine([{ property: 'value', name: 'value', type, nullable: true }])({ value });

describe('A row as text', () => {
  it.each([
    ['text', 'say "hello"', 'say "hello"'],
    ['text', 'tab\tback\\slash\nline\r', 'tab\\tback\\\\slash\\nline\\r'],
    ['text', '', ''],
    ['text', '\\N', '\\\\N'],
    ['text', null, '\\N'],
    ['text', undefined, '\\N'],
    ['bigint', 9007199254740991, '9007199254740991'],
    ['numeric', '12.50', '12.50'],
    ['double precision', NaN, '\\N'],
    ['boolean', false, 'false'],
    ['timestamp with time zone', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z'],
    ['jsonb', { 연락: ['전화', null], text: 'a\nb' }, '{"연락":["전화",null],"text":"a\\\\nb"}'],
    ['jsonb', 'text', '"text"'],
    ['jsonb', [], '[]'],
    ['text[]', [], '{}'],
    ['text[]', ['환불, 교환', '{curly}', 'NULL', ''], '{"환불, 교환","{curly}","NULL",""}'],
    ['text[]', ['say "hello"', 'back\\slash'], '{"say \\\\"hello\\\\"","back\\\\\\\\slash"}'],
    ['text[]', ['a', null], '{"a",NULL}'],
    ['bigint[]', [1, 2], '{"1","2"}'],
    ['text[]', [['a'], ['b']], '{{"a"},{"b"}}'],
  ])('has %s %j as PostgreSQL reads it', (type, value, expected) => expect(line(type, value)).toBe(`${expected}\n`));

  it('holds its values in the order of the columns', () => {
    const columns = ['b', 'a'].map((property) => ({ property, name: property, type: 'text', nullable: true }));
    expect(copyLine(columns)({ a: '1', b: '', c: '3' })).toBe('\t1\n');
  });

  it('is refused where it holds half a character, which is no text anywhere', () => expect(() => line('text', '😀'.slice(0, 1))).toThrow('surrogate'));
});
