import type { Work } from '../../work/work.js';
import { workAfter, type WorkNews } from './keep-work-when-cases-change.js';

const time = '2026-03-01T09:00:00.000Z';
const at = { tenant: 'demo', time };
const caseId = 'c1';
const opened: WorkNews = { ...at, position: 1, type: 'cases.case-opened.v1', data: { caseId, queueId: null, priority: 3 } };
const assigned = (assigneeId: string, position = 2): WorkNews => ({ ...at, position, type: 'cases.case-assigned.v1', data: { caseId, assigneeId } });
const transferred: WorkNews = { ...at, position: 4, type: 'cases.case-transferred.v1', data: { caseId, queueId: 'billing' } };
const prioritised: WorkNews = { ...at, position: 4, type: 'cases.case-prioritised.v1', data: { caseId, priority: 1 } };
const held: WorkNews = { ...at, position: 4, type: 'cases.case-held.v1', data: { caseId, reason: 'vendor' } };
const told = (what: 'unassigned' | 'resumed' | 'resolved' | 'closed' | 'cancelled' | 'reopened', position = 3) =>
  ({ ...at, position, type: `cases.case-${what}.v1`, data: { caseId } }) as WorkNews;
const after = (...news: readonly WorkNews[]): Work | null => news.reduce(workAfter, null as Work | null);

describe('Keep the work when cases change', () => {
  it('has every case that was opened: it waits', () =>
    expect(after(opened)).toEqual({ tenant: 'demo', caseId, queueId: null, priority: 3, openedAt: time, state: 'open', assigneeId: null, returnedBy: null, waitsFrom: 1 }));

  it('knows whose a case is', () => expect(after(opened, assigned('mina'))).toMatchObject({ assigneeId: 'mina' }));

  it('lets a case wait again when it is given back, and knows by whom', () =>
    expect(after(opened, assigned('mina'), told('unassigned', 7))).toMatchObject({ assigneeId: null, returnedBy: 'mina', waitsFrom: 7 }));

  it('forgets who gave it back once it is in another queue', () =>
    expect(after(opened, assigned('mina'), told('unassigned'), transferred)).toMatchObject({ queueId: 'billing', returnedBy: null }));

  it('forgets who gave it back once somebody else has it', () =>
    expect(after(opened, assigned('mina'), told('unassigned'), assigned('jun'))).toMatchObject({ assigneeId: 'jun', returnedBy: null }));

  it('follows the priority', () => expect(after(opened, prioritised)).toMatchObject({ priority: 1 }));

  it('lets nothing wait that is on hold, until it goes on', () => {
    expect(after(opened, held)).toMatchObject({ state: 'on-hold' });
    expect(after(opened, held, told('resumed'))).toMatchObject({ state: 'open' });
  });

  it.each(['resolved', 'closed', 'cancelled'] as const)('is done with what is %s', (what) => expect(after(opened, told(what))).toMatchObject({ state: 'done' }));

  it('has work again with what was opened again', () =>
    expect(after(opened, told('resolved'), told('reopened', 9))).toMatchObject({ state: 'open', waitsFrom: 9 }));

  it('leaves alone what it never heard was opened, as with the history of another system', () => expect(after(told('reopened'))).toBeNull());
});
