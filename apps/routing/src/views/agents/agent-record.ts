import { idOf, type Recorded } from '@onmaru/event-sourcing';
import type { AgentEvent, Presence } from '../../agent/agent.js';

/** One row of the agents view: of everybody who ever joined; `hasLeft` of those who are no agent now. */
export type AgentRecord = {
  readonly tenant: string;
  readonly id: string;
  readonly presence: Presence;
  readonly capacity: number;
  /** Cases that routing has given them and that are not done, and where the last of them was given. */
  readonly places: number;
  readonly lastGivenPosition: number | null;
  readonly joinedPosition: number;
  readonly hasLeft: boolean;
  readonly revision: number;
  readonly position: number;
};

export const foldAgent = (agent: AgentRecord | null, event: Recorded<AgentEvent, 'tenant' | 'stream' | 'revision' | 'position'>): AgentRecord | null => {
  const { tenant, revision, position } = event;
  if (event.type === 'AgentJoined') {
    const { capacity } = event.data;
    const { places = 0, lastGivenPosition = null } = agent ?? {};
    return {
      ...{ tenant, id: idOf(event), presence: 'offline', capacity, places, lastGivenPosition },
      ...{ joinedPosition: position, hasLeft: false, revision, position },
    };
  }
  return agent && { ...agent, ...changeBy(event, agent), revision, position };
};

type Change = Partial<Pick<AgentRecord, 'presence' | 'capacity' | 'places' | 'lastGivenPosition' | 'hasLeft'>>;

const changeBy = (event: Exclude<Recorded<AgentEvent, 'position'>, { type: 'AgentJoined' }>, { places }: AgentRecord): Change => {
  switch (event.type) {
    case 'AgentPresenceSet':
      return { presence: event.data.presence };
    case 'AgentCapacitySet':
      return { capacity: event.data.capacity };
    case 'AgentPlaceTaken':
      return { places: places + 1, lastGivenPosition: event.position };
    case 'AgentPlaceFreed':
      return { places: places - 1 };
    case 'AgentLeft':
      return { hasLeft: true, presence: 'offline' };
  }
};
