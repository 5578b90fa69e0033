import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { workspace, type Files } from './laws/workspace.js';
import { linksCheck } from './links.mjs';
import { newcomerCheck } from './newcomer-check.mjs';
import { rulebook, rulebookCheck } from './rulebook.mjs';

const within = <T>(files: Files, act: (root: string) => T): T => {
  const { root, remove } = workspace(files);
  try {
    return act(root);
  } finally {
    remove();
  }
};

const spec = `
describe('Reopen a case', () => {
  it('brings it back', () => undefined);
  it.each([[1], [2]])('takes %d days', () => undefined);
  it.each([{ days: { most: 14 } }])('waits $days.most days', () => undefined);
  describe('after the window', () => {
    it(\`is refused \${String(14)} days later\`, () => undefined);
  });
});
`;
const cases: Files = { 'apps/cases/src/case/reopen-case/reopen-case.spec.ts': spec, 'apps/cases/src/views/inbox/inbox.int-spec.ts': `it('needs a database', () => undefined);` };

describe('The rulebook', () => {
  it('says by context and folder what the specs of the rules say', () => {
    expect(within(cases, rulebook).split('\n').slice(4)).toEqual([
      '',
      '## cases',
      '',
      '### case/reopen-case',
      '',
      '**[Reopen a case](../apps/cases/src/case/reopen-case/reopen-case.spec.ts)**',
      '',
      '- brings it back',
      '- takes … days',
      '- waits … days',
      '- after the window',
      '  - is refused … days later',
      '',
    ]);
  });

  it('is current while it says so, and only then', () => {
    const current = within(cases, rulebook);
    expect(within({ ...cases, 'docs/rulebook.md': current }, rulebookCheck)).toMatchObject({ ok: true });
    const renamed = { 'apps/cases/src/case/reopen-case/reopen-case.spec.ts': spec.replace('brings it back', 'opens it again') };
    expect(within({ ...cases, ...renamed, 'docs/rulebook.md': current }, rulebookCheck)).toMatchObject({ ok: false });
    expect(within(cases, rulebookCheck)).toMatchObject({ ok: false });
  });
});

describe("A newcomer's question", () => {
  const question = { question: 'How long is the window?', path: 'apps/cases/src/case/reopen-case/reopen-case.spec.ts', says: 'after the window' };
  const asked = (questions: readonly object[]) => within(cases, (root) => newcomerCheck(root, questions));

  it('is answered where it was', () => expect(asked([question])).toMatchObject({ ok: true, output: '' }));

  it.each([
    ['the file is gone', { ...question, path: 'apps/cases/src/reopen.ts' }, 'which is gone'],
    ['the file says something else', { ...question, says: 'REOPEN_WINDOW' }, 'which it no longer says'],
  ])('is lost when %s', (_what, lost, says) => expect(asked([lost])).toMatchObject({ ok: false, output: expect.stringContaining(says) }));

  it('is asked at all', () => expect(asked([])).toMatchObject({ ok: false }));
});

describe('A link in a document', () => {
  const page: Files = { 'docs/README.md': 'See [the rule](../apps/cases/src/case/reopen-case/reopen-case.spec.ts#L3), [this](#here), [that](https://nodejs.org).' };

  it('leads somewhere', () => expect(within({ ...cases, ...page }, linksCheck)).toMatchObject({ ok: true, output: '' }));

  it('is broken when its file is gone', () => {
    const removed = within({ ...cases, ...page }, (root) => {
      rmSync(join(root, 'apps/cases/src/case/reopen-case'), { recursive: true });
      return linksCheck(root);
    });
    expect(removed).toMatchObject({ ok: false, output: expect.stringContaining('docs/README.md: the link to') });
  });
});
