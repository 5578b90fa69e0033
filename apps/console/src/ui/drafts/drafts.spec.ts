import { forgetDrafts, keepDraft, readDraft } from './drafts.js';

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
    key: (n: number) => [...kept.keys()][n] ?? null,
    get length() {
      return kept.size;
    },
  };
};

const reply = { user: 'jimin', about: 'case-1', kind: 'reply' };

describe('A draft', () => {
  it('is kept per person, case and kind', () => {
    const kept = shelf();
    keepDraft(kept, reply, '죄송합니다');
    expect(readDraft(kept, reply)).toBe('죄송합니다');
    expect(readDraft(kept, { ...reply, kind: 'note' })).toBe('');
    expect(readDraft(kept, { ...reply, user: 'gayoung' })).toBe('');
    expect(readDraft(kept, { ...reply, about: 'case-2' })).toBe('');
  });

  it('leaves nothing behind once it is sent', () => {
    const kept = shelf();
    keepDraft(kept, reply, '네');
    keepDraft(kept, reply, '');
    expect(kept.length).toBe(0);
  });

  it('does not outlive the session, while other memories do', () => {
    const kept = shelf();
    kept.setItem('other', 'stays');
    keepDraft(kept, reply, '하나');
    keepDraft(kept, { ...reply, kind: 'note' }, '둘');
    forgetDrafts(kept);
    expect([kept.length, kept.getItem('other')]).toEqual([1, 'stays']);
  });
});
