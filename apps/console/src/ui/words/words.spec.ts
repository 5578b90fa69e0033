import { words as en } from './en.js';
import { words as ko } from './ko.js';

type Leaf = readonly [path: string, text: string];

const leaves = (node: object, path = ''): readonly Leaf[] =>
  Object.entries(node).flatMap(([name, value]) => (typeof value === 'string' ? [[`${path}${name}`, value] as const] : leaves(value as object, `${path}${name}.`)));

const plain = (path: string): string => path.replace(/_(one|other)$/, '');
const paths = (node: object): readonly string[] => [...new Set(leaves(node).map(([path]) => plain(path)))].sort();
const holes = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name as string))].sort();

describe('The words of the console', () => {
  it('are the same in Korean and in English', () => expect(paths(en)).toEqual(paths(ko)));

  it('are never empty', () => {
    for (const [path, text] of [...leaves(ko), ...leaves(en)]) expect([path, text.trim()]).not.toEqual([path, '']);
  });

  it('ask for nothing in one language that the other does not know', () => {
    const korean = new Map(leaves(ko).map(([path, text]) => [plain(path), holes(text)]));
    for (const [path, text] of leaves(en)) {
      for (const hole of holes(text)) expect([path, korean.get(plain(path))]).toEqual([path, expect.arrayContaining([hole])]);
    }
  });

  it('are polite in the everyday way: 해요, never 합니다', () => {
    expect(leaves(ko).filter(([, text]) => /(습니다|ㅂ니다|합니다|입니다|십시오)/.test(text))).toEqual([]);
  });

  it('are spoken in English by the English', () => {
    expect(leaves(en).filter(([path, text]) => path !== 'mark' && /\p{Script=Hangul}/u.test(text))).toEqual([]);
  });
});
