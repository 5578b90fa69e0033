import type { Case } from '../../ui/api/types.js';
import { answers, filtersOf, filtersOfQueue, filtersOfView, questionOf, searchOf, viewOf, VIEWS } from './filters.js';

describe('The filters of the inbox', () => {
  it('are read from the address and written back the same', () => {
    const address = { state: 'open', priority: '1,2', queue: '청구', assignee: 'me', q: '환불' };
    expect(searchOf(filtersOf(address))).toEqual(address);
  });

  it('leave out what an address says that makes no sense', () => {
    expect(filtersOf({ state: 'sleeping,on-hold', priority: '9', queue: ' ', reopened: 'maybe', q: 7 })).toEqual({ state: ['on-hold'], q: '7' });
  });

  it('take a priority that the address holds as a number', () => expect(filtersOf({ priority: 2 })).toEqual({ priority: [2] }));

  it('stand for the states of an open case with one word', () => {
    expect(filtersOf({ state: 'open' }).state).toEqual(['new', 'in-progress', 'on-hold']);
    expect(questionOf(filtersOf({ state: 'open' }))).toEqual({ state: 'new,in-progress,on-hold' });
  });

  it('say in the address when nothing is left out on purpose', () => {
    expect(searchOf({})).toEqual({ state: 'all' });
    expect(filtersOf({ state: 'all', q: '환불' })).toEqual({ q: '환불' });
    expect(questionOf({})).toEqual({});
  });

  it('search from two Korean syllables on', () => {
    expect(questionOf({ q: '환' })).toEqual({});
    expect(questionOf({ q: ' 환불 ' })).toEqual({ q: '환불' });
  });

  it('are known by the view they are, whatever is searched in it', () => {
    for (const view of VIEWS) expect(viewOf({ ...filtersOfView(view), q: '환불' })).toEqual({ view });
    expect(viewOf(filtersOfQueue('청구'))).toEqual({ queue: '청구' });
    expect(viewOf({ priority: [1] })).toBeNull();
  });
});

describe('A case', () => {
  const row = { state: 'in-progress', priority: 2, queue: '청구', assignee: { id: 'me-1', externalId: null, name: null }, customerId: 'c', reopenCount: 0 } as Case;

  it('answers the filters that it fits', () => {
    expect(answers(filtersOfView('mine'), row, 'me-1')).toBe(true);
    expect(answers(filtersOfQueue('청구'), row, 'me-1')).toBe(true);
    expect(answers({}, row, 'me-1')).toBe(true);
  });

  it('no longer answers them once it is somebody else’s, resolved or moved', () => {
    expect(answers(filtersOfView('mine'), { ...row, assignee: null }, 'me-1')).toBe(false);
    expect(answers(filtersOfView('open'), { ...row, state: 'resolved' }, 'me-1')).toBe(false);
    expect(answers(filtersOfQueue('청구'), { ...row, queue: null }, 'me-1')).toBe(false);
    expect(answers(filtersOfView('reopened'), row, 'me-1')).toBe(false);
    expect(answers({ priority: [1] }, row, 'me-1')).toBe(false);
  });
});
