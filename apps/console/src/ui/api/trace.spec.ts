import { traceOfAct, traceparent } from './trace.js';

const FORM = /^00-[\da-f]{32}-[\da-f]{16}-01$/;

describe('The trace of what somebody does', () => {
  it('is the same for every try of one act, each of which has its own place in it', () => {
    const trace = traceOfAct('019ab000-0000-4000-8000-0000000000Ff');
    const tries = [traceparent(trace), traceparent(trace)];
    expect(tries).toEqual(tries.map(() => expect.stringMatching(/^00-019ab0000000400080000000000000ff-[\da-f]{16}-01$/)));
    expect(tries[0]).not.toBe(tries[1]);
  });

  it('is another for each question', () => {
    const [one, other] = [traceparent(), traceparent()];
    expect([one, other]).toEqual([expect.stringMatching(FORM), expect.stringMatching(FORM)]);
    expect(one.slice(3, 35)).not.toBe(other.slice(3, 35));
  });

  it('is made up where the key of an act is no trace', () => expect([traceOfAct('key-1'), traceparent(traceOfAct('key-1'))]).toEqual([undefined, expect.stringMatching(FORM)]));
});
