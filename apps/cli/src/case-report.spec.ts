import { reportText } from './case-report.js';

const report = {
  cases: 19934,
  byState: { closed: 19934 },
  byPriority: { 1: 300, 3: 19634 },
  reopened: 260,
  transferred: 9511,
  medianHoursToResolve: 25.1,
  hash: 'abc',
};

describe('A report on cases', () => {
  it('is a table that can be read', () =>
    expect(reportText(report).split('\n')).toEqual([
      'cases                   19,934',
      '  closed                19,934',
      '  priority 1            300',
      '  priority 3            19,634',
      'reopened                260',
      'transferred             9,511',
      'median hours to resolve 25.1',
      'hash                    abc',
    ]));

  it('says so where no case is resolved', () => expect(reportText({ ...report, medianHoursToResolve: null })).toContain('none resolved'));
});
