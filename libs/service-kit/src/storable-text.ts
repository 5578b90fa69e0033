import { pointerStep } from './json-pointer.js';

/** U+0000 and halves of surrogate pairs: no database keeps them as text. */
const isUnstorable = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

/** Where in a value from JSON there is text that no database keeps, as a JSON Pointer; null when there is none. */
export const unstorableAt = (value: unknown, pointer = ''): string | null => {
  if (typeof value === 'string') return isUnstorable(value) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    if (isUnstorable(name)) return pointer;
    const found = unstorableAt(part, `${pointer}${pointerStep(name)}`);
    if (found !== null) return found;
  }
  return null;
};
