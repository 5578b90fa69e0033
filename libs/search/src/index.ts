/** Text as it is searched: compatibility forms folded, lower case, single spaces. Null parts are left out. */
export const searchText = (...parts: readonly (string | null | undefined)[]): string =>
  parts
    .filter((part): part is string => typeof part === 'string')
    .map((part) => part.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim())
    .join('\n');

/** The words of a query, as they are searched. */
export const queryWords = (query: string): readonly string[] => searchText(query).split(/[\s]+/u).filter(Boolean);

/**
 * Every two characters that stand side by side in a word, each once: an index over them finds a word of two Korean
 * syllables, which an index over three letters cannot.
 */
export const grams = (text: string): readonly string[] => [
  ...new Set(text.split(/\s+/u).flatMap((word) => pairs([...word]))),
];

const pairs = (letters: readonly string[]): readonly string[] =>
  letters.slice(1).map((letter, place) => `${letters[place] as string}${letter}`);
