/** U+0000 and halves of surrogate pairs: no database keeps them as text. */
const UNSTORABLE = /[\u0000]|\p{Cs}/u;

/** Where in a value from JSON there is text that no database keeps, as a JSON Pointer; null when there is none. */
export const unstorableAt = (value: unknown, pointer = ''): string | null => {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    if (UNSTORABLE.test(name)) return pointer;
    const found = unstorableAt(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== null) return found;
  }
  return null;
};
