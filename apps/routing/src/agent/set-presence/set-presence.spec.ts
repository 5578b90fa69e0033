import { specFor } from '@onmaru/event-sourcing/testing';
import { type Presence, agents } from '../agent.js';
import { setPresence } from './set-presence.js';

const { given } = specFor(agents, setPresence);
const at = '2026-03-01T09:00:00.000Z';
const joined = { type: 'AgentJoined', occurredAt: at, data: { capacity: 5 } } as const;
const left = { type: 'AgentLeft', occurredAt: at, data: {} } as const;
const set = (presence: Presence) => ({ at, data: { presence } }) as const;
const isSet = (presence: Presence) => ({ type: 'AgentPresenceSet', occurredAt: at, data: { presence } }) as const;

describe('Set presence', () => {
  it('says that an agent takes work now', () => given(joined).when(set('available')).then(isSet('available')));

  it('says that an agent stepped away', () => given(joined, isSet('available')).when(set('away')).then(isSet('away')));

  it('changes nothing when it is as it was: who has just joined is offline', () => given(joined).when(set('offline')).thenNothing());

  it('begins offline again for an agent who left and came back', () =>
    given(joined, isSet('available'), left, joined).when(set('available')).then(isSet('available')));

  it('is refused for somebody who is no agent', () => given().when(set('available')).thenRefused('agent-not-found'));

  it('is refused for an agent who left', () => given(joined, left).when(set('available')).thenRefused('agent-not-found'));
});
