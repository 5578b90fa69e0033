import { AN_INSTANT, invalid, KIT_PROBLEMS, languageOf, Problem, problemBody, readable } from './problem.js';

describe('The language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en-GB,ko;q=0.5', 'en'],
    ['ko;q=0.3,en;q=0.7', 'en'],
    ['fr,de;q=0.9', 'en'],
    ['fr,ko;q=0.1', 'ko'],
    ['ko;q=0', 'en'],
  ])('for %s is %s', (accept, language) => expect(languageOf(accept)).toBe(language));
});

describe('A problem', () => {
  it('says in the caller’s language what happened, filled with its facts', () => {
    const problem = new Problem('view-behind', { position: 7 });
    expect(problemBody(KIT_PROBLEMS, problem, 'en')).toMatchObject({ type: '/api/problems/view-behind', status: 503, code: 'view-behind', position: 7 });
    expect(problemBody(KIT_PROBLEMS, problem, 'ko').title).toContain('7번');
  });

  it('is an inner error where nobody wrote words for it', () => expect(problemBody(KIT_PROBLEMS, new Problem('made-up'), 'en').status).toBe(500));

  it.each(Object.entries(KIT_PROBLEMS))('has words in both languages: %s', (_code, { en, ko }) => {
    expect(en).toMatch(/[A-Za-z]/);
    expect(ko).toMatch(/[가-힣]/);
  });

  it('says in the caller’s language, too, what is wrong at a place', () => {
    const { en, ko } = AN_INSTANT;
    expect(problemBody(KIT_PROBLEMS, invalid('/query/asOf', AN_INSTANT), 'en')).toMatchObject({ errors: [{ pointer: '/query/asOf', detail: en }] });
    expect(problemBody(KIT_PROBLEMS, invalid('/query/asOf', AN_INSTANT), 'ko')).toMatchObject({ errors: [{ pointer: '/query/asOf', detail: ko }] });
  });

  it('names the place of a value that cannot be read, and lets every other error pass', () => {
    expect(() => readable('/query/asOf', () => { throw new RangeError('not a moment'); }, AN_INSTANT)).toThrow(
      expect.objectContaining({ code: 'invalid-request', facts: { errors: [{ pointer: '/query/asOf', detail: AN_INSTANT }] } }),
    );
    expect(() => readable('/query/asOf', () => { throw new TypeError('a fault of ours'); })).toThrow('a fault of ours');
  });
});
