import type { Decider } from '@onmaru/event-sourcing';
import { evolve, initialState, type Agent, type AgentRefusal, type Decision } from './agent.js';
import { type AgentEvent } from './agent-events.js';
import { freePlace, type FreePlace } from './free-place/free-place.js';
import { joinAgent, type JoinAgent } from './join-agent/join-agent.js';
import { leaveAgent, type LeaveAgent } from './leave-agent/leave-agent.js';
import { setCapacity, type SetCapacity } from './set-capacity/set-capacity.js';
import { setPresence, type SetPresence } from './set-presence/set-presence.js';
import { takePlace, type TakePlace } from './take-place/take-place.js';

export type AgentCommand = JoinAgent | LeaveAgent | SetPresence | SetCapacity | TakePlace | FreePlace;

const decide = (command: AgentCommand, current: Agent): Decision<AgentEvent> => {
  switch (command.type) {
    case 'JoinAgent':
      return joinAgent(command, current);
    case 'LeaveAgent':
      return leaveAgent(command, current);
    case 'SetPresence':
      return setPresence(command, current);
    case 'SetCapacity':
      return setCapacity(command, current);
    case 'TakePlace':
      return takePlace(command, current);
    case 'FreePlace':
      return freePlace(command, current);
  }
};

export const agentDecider: Decider<Agent, AgentCommand, AgentEvent, AgentRefusal> = { decide, evolve, initialState };
