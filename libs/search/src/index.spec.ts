import { grams, queryWords, searchText } from './index.js';

const finds = (query: string, text: string): boolean => {
  const held = new Set(grams(searchText(text)));
  return queryWords(query).every((word) => searchText(text).includes(word) && grams(word).every((gram) => held.has(gram)));
};

describe('Search text', () => {
  it.each([
    ['환불', '환불을 받고 싶어요'],
    ['비밀', '비밀번호 초기화'],
    ['vpn', 'Office VPN keeps dropping'],
    ['ＶＰＮ', 'office vpn'],
    ['0000045', '0000045'],
    ['keeps office', 'Office VPN keeps dropping'],
  ])('finds %s in "%s"', (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ['환전', '환불을 받고 싶어요'],
    ['vpm', 'Office VPN keeps dropping'],
  ])('does not find %s in "%s"', (query, text) => expect(finds(query, text)).toBe(false));

  it('leaves out what is not there', () => expect(searchText('A', null, undefined, ' b  c ')).toBe('a\nb c'));
});
