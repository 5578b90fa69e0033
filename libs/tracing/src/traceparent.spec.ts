import { traceIdOf, traceparentIn } from './traceparent.js';

const GIVEN = '00-11111111111111111111111111111111-2222222222222222-01';

describe('A place in a trace', () => {
  it('is taken as it is written', () => expect([traceparentIn(GIVEN), traceIdOf(GIVEN)]).toEqual([GIVEN, '1'.repeat(32)]));

  it.each([undefined, '', 'x', '00-0-0-00', `00-${'0'.repeat(32)}-${'1'.repeat(16)}-00`, `00-${'1'.repeat(32)}-${'0'.repeat(16)}-00`, `ff${GIVEN.slice(2)}`, GIVEN.toUpperCase().replace(/1/g, 'A'), `${GIVEN}, ${GIVEN}`, [GIVEN, GIVEN]])(
    'is none where it is written otherwise: %j',
    (header) => expect(traceparentIn(header)).toBeUndefined(),
  );
});
