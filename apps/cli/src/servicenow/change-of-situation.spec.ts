import { changeOfSituation } from './change-of-situation.js';
import type { Situation } from './situations.js';

const actsFrom = (before: Situation, now: Situation | 'unsaid') => {
  const { first, last } = changeOfSituation(before, now, '7');
  return [...first, ...last];
};

describe('A change of state in the log', () => {
  it.each([
    ['new', 'in-progress', ['StartWork']],
    ['new', 'on-hold: customer', ['HoldCase']],
    ['new', 'resolved', ['ResolveCase']],
    ['new', 'closed', ['ResolveCase', 'CloseCase']],
    ['in-progress', 'on-hold: vendor', ['HoldCase']],
    ['in-progress', 'resolved', ['ResolveCase']],
    ['on-hold: vendor', 'in-progress', ['ResumeCase']],
    ['on-hold: vendor', 'on-hold: problem', ['HoldCase']],
    ['on-hold: evidence', 'resolved', ['ResolveCase']],
    ['resolved', 'closed', ['CloseCase']],
    ['resolved', 'in-progress', ['ReopenCase']],
    ['closed', 'in-progress', ['ReopenCase']],
    ['resolved', 'on-hold: customer', ['ReopenCase', 'HoldCase']],
    ['closed', 'resolved', ['ResolveCase']],
  ] as const)('from %s to %s is %j', (before, now, types) => expect(actsFrom(before, now).map(({ type }) => type)).toEqual(types));

  it.each(['new', 'in-progress', 'on-hold: customer', 'resolved', 'closed'] as const)('that repeats %s is none', (situation) =>
    expect(actsFrom(situation, situation)).toEqual([]),
  );

  it.each(['new', 'in-progress', 'on-hold: customer', 'resolved', 'closed'] as const)('to a state of -100 leaves a case %s', (situation) =>
    expect(changeOfSituation(situation, 'unsaid', null)).toEqual({ first: [], last: [], situation }),
  );

  it.each([
    ['in-progress', []],
    ['on-hold: vendor', ['ResumeCase']],
    ['closed', ['ReopenCase']],
  ] as const)('from %s back to New finds the case in progress', (before, types) => {
    expect(actsFrom(before, 'new').map(({ type }) => type)).toEqual(types);
    expect(changeOfSituation(before, 'new', null).situation).toBe('in-progress');
  });

  it('holds for the reason that the state names', () =>
    expect(actsFrom('on-hold: vendor', 'on-hold: evidence')).toEqual([{ type: 'HoldCase', data: { reason: 'evidence' } }]));

  it.each(['resolved', 'closed'] as const)('takes the closing code along when it resolves the case, be it %s', (now) =>
    expect(actsFrom('in-progress', now)[0]).toEqual({ type: 'ResolveCase', data: { resolution: null, code: '7' } }));

  it('reopens before everything else that the row did', () =>
    expect(changeOfSituation('resolved', 'on-hold: customer', null).first).toEqual([{ type: 'ReopenCase', data: { reason: null } }]));
});
