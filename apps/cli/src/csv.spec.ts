import { csvLine } from './csv.js';

describe('A line of CSV', () => {
  it('holds what was said, and nothing where nothing was', () => expect(csvLine(['온마루', 3, true, null, undefined])).toBe('온마루,3,true,,'));

  it('quotes commas, quotes and line breaks', () => expect(csvLine(['a,b', 'say "hi"', 'one\ntwo'])).toBe('"a,b","say ""hi""","one\ntwo"'));

  it('holds a structure as JSON', () => expect(csvLine([{ location: '143' }])).toBe('"{""location"":""143""}"'));

  it.each(['=1+1', '+82 2 123', '-5', '@SUM(A1)', '\tx', '＝1'])('never lets "%s" run as a formula', (text) => expect(csvLine([text])).toBe(`'${text}`));

  it('leaves a negative number a number', () => expect(csvLine([-5])).toBe('-5'));
});
