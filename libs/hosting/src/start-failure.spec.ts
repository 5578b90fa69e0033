import { createServer } from 'node:net';
import { once } from 'node:events';
import { explainStartFailure, mayPass } from './start-failure.js';

const failing = async (port: number, host: string): Promise<unknown> => {
  const server = createServer().listen(port, host);
  const [error] = (await once(server, 'error')) as [unknown];
  return error;
};

describe('A program that does not start', () => {
  it('says of a port that is taken how to choose another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    expect(explainStartFailure(await failing(port, '127.0.0.1'))).toBe(`Port ${port} is in use by another program. Stop that program, or choose another port with ONMARU_PORT.`);
    taken.close();
  });

  it('says of an address that is not this machine\u2019s how to choose another', async () =>
    expect(explainStartFailure(await failing(0, '192.0.2.1'))).toContain('This machine has no address 192.0.2.1. Choose one that it has with ONMARU_HOST'));

  it.each([
    [{ code: '28P01', message: 'password authentication failed for user "reader"' }, 'The database does not let this program in: password authentication failed for user "reader". Correct the user and the password'],
    [{ name: 'LogError', code: 'unavailable', message: 'The log cannot be reached: connect ECONNREFUSED 127.0.0.1:1' }, 'The log cannot be reached: connect ECONNREFUSED 127.0.0.1:1. Start the database, or correct its address.'],
    [{ name: 'KafkaJSConnectionError', message: 'Connection error: connect ECONNREFUSED 127.0.0.1:1' }, 'Kafka cannot be used: Connection error: connect ECONNREFUSED 127.0.0.1:1. Start it, or correct its address in KAFKA_BROKERS.'],
  ])('says of what it stands on, and cannot use, what to do: %j', (failure, says) => expect(explainStartFailure(Object.assign(new Error(), failure))).toContain(says));

  it('says what explains itself in one sentence, and everything of what nobody expected', () => {
    const [known, unknown] = [Object.assign(new Error('ONMARU_PORT is "x"'), { name: 'BadConfiguration' }), new Error('odd')];
    expect(explainStartFailure(known)).toBe('ONMARU_PORT is "x"');
    expect(explainStartFailure(unknown)).toContain('Error: odd\n    at ');
    expect(explainStartFailure('odd')).toBe('odd');
  });

  it.each([
    [{ name: 'LogError', code: 'not-migrated' }, true],
    [{ code: 'ECONNREFUSED' }, true],
    [{ name: 'LogError', code: 'newer-log' }, false],
    [{ name: 'NewerData' }, false],
    [{ name: 'BadConfiguration' }, false],
    [{ code: 'EADDRINUSE' }, false],
  ])('may start later where what it stands on comes later: %j %s', (failure, mends) => expect(mayPass(Object.assign(new Error(), failure))).toBe(mends));
});
