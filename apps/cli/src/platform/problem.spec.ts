import { failureOf } from './problem.js';

describe('What the platform refuses', () => {
  it.each([
    [401, { title: 'Sign in first.' }, /does not take this token: Sign in first/, /ONMARU_TOKEN/],
    [403, { title: 'You do not have the permission history:import.' }, /may not do that: You do not have the permission history:import/, /role/],
    [404, {}, /does not know \/api\/v1\/cases/, /ONMARU_URL/],
    [404, { code: 'view-not-found', title: 'There is no view named inbx.' }, /There is no view named inbx/, /Change/],
    [400, { code: 'tenant-name-unusable', title: 'Give a short name.' }, /short name of this one: Give a short name/, /--slug NAME/],
    [500, { title: 'Something went wrong.', traceId: 'abc' }, /Something went wrong/, /trace id is abc/],
    [400, { title: 'Not valid.', errors: [{ pointer: '/query/asOf', detail: 'a moment' }] }, /Not valid\.\n {2}\/query\/asOf a moment/, /Change/],
  ])('with %i and %j is told with its cause and its cure', (status, problem, cause, cure) => {
    const failure = failureOf(status, problem, '/api/v1/cases');
    expect(failure.message).toMatch(cause);
    expect(failure.cure).toMatch(cure);
    expect(failure.exitCode).toBe(1);
  });
});
