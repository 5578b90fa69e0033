export const ACTIONS = ['next', 'previous', 'open', 'reply', 'note', 'resolve', 'assignToMe', 'hold', 'search', 'earlier', 'later', 'sheet'] as const;
export type Action = (typeof ACTIONS)[number];

/** What of a key-down matters here. Keys are told by their place (`code`): under a Hangul layout, J gives ㅓ. */
export type Key = {
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** What has the focus: a place to write, something that answers to Enter by itself, or the page. */
export type Place = 'writing' | 'control' | 'page';

const PLAIN: Readonly<Record<string, Action>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyO: 'open',
  Enter: 'open',
  NumpadEnter: 'open',
  KeyR: 'reply',
  KeyN: 'note',
  KeyE: 'resolve',
  KeyI: 'assignToMe',
  KeyH: 'hold',
  Slash: 'search',
  BracketLeft: 'earlier',
  BracketRight: 'later',
};

/** Whether a key belongs to the making of a letter and must do nothing else. */
export const isComposing = ({ isComposing: composing, keyCode }: Pick<Key, 'isComposing' | 'keyCode'>): boolean => composing || keyCode === 229;

/** What a key asks for; null when it is nobody's. `enabled` false leaves only what needs a modifier. */
export const actionOf = (key: Key, place: Place, enabled: boolean): Action | null => {
  if (isComposing(key) || key.altKey) return null;
  if (key.ctrlKey || key.metaKey) return key.code === 'KeyK' && !key.shiftKey ? 'search' : null;
  if (!enabled || place === 'writing') return null;
  if (key.shiftKey) return key.code === 'Slash' ? 'sheet' : null;
  if (place === 'control' && (key.code === 'Enter' || key.code === 'NumpadEnter')) return null;
  return PLAIN[key.code] ?? null;
};

/** Whether a key sends what is being written: Ctrl or ⌘ and Enter, once the letter is finished. */
export const isSend = (key: Key): boolean => !isComposing(key) && (key.ctrlKey || key.metaKey) && (key.code === 'Enter' || key.code === 'NumpadEnter');
