import { spanQuery, WHOLE_LOG } from './span.js';

const given = (query: object) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

describe('The span that is played', () => {
  it('is the whole log unless somebody says otherwise', () => expect(given(spanQuery(WHOLE_LOG))).toEqual({}));

  it('lies between two moments, told in the zone of the reader', () => {
    const local = new Date(2026, 2, 2, 9, 30);
    expect(given(spanQuery({ ...WHOLE_LOG, since: '2026-03-02T09:30' }))).toEqual({ since: local.toISOString() });
  });

  it('lies between two positions, whatever moments were chosen before', () => {
    expect(given(spanQuery({ ...WHOLE_LOG, by: 'position', since: '2026-03-02T09:30', after: 0, upTo: 4711 }))).toEqual({ from: 0, upTo: 4711 });
  });

  it('holds the types that are chosen', () => expect(given(spanQuery({ ...WHOLE_LOG, types: ['cases.CaseHeld.v1', 'cases.CaseResumed.v1'] }))).toEqual({ type: 'cases.CaseHeld.v1,cases.CaseResumed.v1' }));
});
