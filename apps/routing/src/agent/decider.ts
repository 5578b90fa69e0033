import type { Decider } from '@onmaru/event-sourcing';
import { evolve, initialState, type Agent, type AgentEvent, type AgentRefusal, type Decision } from './agent.js';
import { joinAgent, type JoinAgent } from './join-agent/join-agent.js';
import { leaveAgent, type LeaveAgent } from './leave-agent/leave-agent.js';
import { setPresence, type SetPresence } from './set-presence/set-presence.js';

export type AgentCommand = JoinAgent | LeaveAgent | SetPresence;

const decide = (command: AgentCommand, current: Agent): Decision<AgentEvent> => {
  switch (command.type) {
    case 'JoinAgent':
      return joinAgent(command, current);
    case 'LeaveAgent':
      return leaveAgent(command, current);
    case 'SetPresence':
      return setPresence(command, current);
  }
};

export const agentDecider: Decider<Agent, AgentCommand, AgentEvent, AgentRefusal> = { decide, evolve, initialState };
