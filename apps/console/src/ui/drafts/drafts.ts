const PREFIX = 'onmaru.draft';

/** Whose draft for what: a person never finds another's words on a shared machine. */
type DraftKey = { readonly user: string; readonly about: string; readonly kind: string };

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const nameOf = ({ user, about, kind }: DraftKey): string => `${PREFIX}.${user}.${about}.${kind}`;

/** Drafts hold personal text: they live as long as the tab, and no longer than the session. */
export const readDraft = (shelf: Shelf, key: DraftKey): string => shelf.getItem(nameOf(key)) ?? '';

export const keepDraft = (shelf: Shelf, key: DraftKey, text: string): void => {
  if (text === '') shelf.removeItem(nameOf(key));
  else shelf.setItem(nameOf(key), text);
};

export const forgetDrafts = (shelf: Shelf): void => {
  const names = Array.from({ length: shelf.length }, (_, n) => shelf.key(n)).filter((name) => name?.startsWith(`${PREFIX}.`));
  names.forEach((name) => name !== null && shelf.removeItem(name));
};
