import { comparableCase, exportedCase, type ExportedCase } from './case-export.js';
import { caseReport } from './case-report.js';

const one = (changes: Partial<ExportedCase>): ExportedCase => ({
  ...{ id: 'id', revision: 1, externalId: '0000045', number: 'CS-1', subject: 'No signal', description: 'Since this morning', customerId: 'ada', channel: 'phone' },
  ...{ state: 'closed', holdReason: null, impact: 2, urgency: 2, priority: 3, policyVersion: 1, category: null, subcategory: null, attributes: {} },
  ...{ queue: 'Group 56', assignee: { id: 'jimin', externalId: '17', name: '17' }, customer: { id: 'ada', name: 'Ada' }, reopenCount: 0, transferCount: 0 },
  ...{ openedAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T10:00:00.000Z', resolvedAt: '2026-03-01T10:00:00.000Z', closedAt: null },
  ...changes,
});

describe('A report over cases', () => {
  it('counts them by state and priority', () =>
    expect(caseReport([one({}), one({ state: 'new', priority: 1 }), one({})])).toMatchObject({ cases: 3, byState: { closed: 2, new: 1 }, byPriority: { 1: 1, 3: 2 } }));

  it('counts cases that were ever reopened or transferred, not how often', () =>
    expect(caseReport([one({ reopenCount: 2 }), one({ transferCount: 5 }), one({})])).toMatchObject({ reopened: 1, transferred: 1 }));

  it('tells the median hours to resolve over those that are resolved', () => {
    const after = (hour: string) => one({ resolvedAt: `2026-03-01T${hour}:00:00.000Z` });
    expect(caseReport([after('10'), after('12'), after('19'), one({ resolvedAt: null })]).medianHoursToResolve).toBe(3);
    expect(caseReport([after('10'), after('12')]).medianHoursToResolve).toBe(2);
    expect(caseReport([one({ resolvedAt: null })]).medianHoursToResolve).toBeNull();
  });
});

describe('An exported case', () => {
  const answer = { ...one({}), can: ['reopen'] as const };

  it('does not say what can be done to it', () => expect(exportedCase(answer, true)).toEqual(one({})));

  it('withholds what is personal unless it is asked for', () =>
    expect(exportedCase(answer, false)).toEqual(one({ subject: null, description: null, customer: { id: 'ada', name: null } })));

  it('compares without what one platform alone knows', () => {
    const compared = comparableCase(one({}));
    for (const own of ['id', 'number', 'customerId', 'customer']) expect(compared).not.toHaveProperty(own);
    expect(compared).toMatchObject({ externalId: '0000045', assignee: { externalId: '17', name: '17' } });
    expect(compared.assignee).not.toHaveProperty('id');
  });
});
