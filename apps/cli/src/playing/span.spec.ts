import { spanQuery } from './span.js';

describe('The span that is played', () => {
  it('is the whole log unless it is said', () => expect(spanQuery({})).toEqual({}));

  it('begins after a position, or at a moment', () => {
    expect(spanQuery({ from: '4711' })).toEqual({ from: '4711' });
    expect(spanQuery({ from: '2016-03-01T00:00:00Z' })).toEqual({ since: '2016-03-01T00:00:00Z' });
  });

  it('ends with a position, or with a moment', () => {
    expect(spanQuery({ until: '4711' })).toEqual({ upTo: '4711' });
    expect(spanQuery({ until: '2016-03-01T00:00:00Z' })).toEqual({ until: '2016-03-01T00:00:00Z' });
  });

  it('holds the types that are named', () => expect(spanQuery({ type: 'a.B.v1,a.C.v1' })).toEqual({ type: 'a.B.v1,a.C.v1' }));
});
