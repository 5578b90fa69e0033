import type { StoredEvent } from '@onmaru/event-sourcing';
import { findings, type Check } from './findings.js';

export type AssignmentsCheck = { see(event: StoredEvent): void; end(): Check };

type Agent = { capacity: number; isHere: boolean; readonly places: Set<string>; readonly given: Set<string> };
type Data = { readonly assigneeId: string; readonly caseId: string; readonly capacity: number };

/**
 * I4: at every prefix of the log a case has one owner, to whom nobody assigns it again; routing has given no agent more
 * places than their capacity was then, none to who was not there, and no case without a place. What people assign by
 * hand takes no place, and neither does imported history.
 */
export const assignmentsCheck = (): AssignmentsCheck => {
  const found = findings('I4');
  const owners = new Map<string, string>();
  const agents = new Map<string, Agent>();

  const agentOf = (tenant: string, id: string): Agent => {
    const name = `${tenant}\n${id}`;
    const agent = agents.get(name) ?? { capacity: 0, isHere: false, places: new Set(), given: new Set() };
    agents.set(name, agent);
    return agent;
  };

  const assign = ({ tenant, stream, position, actor, data }: StoredEvent): void => {
    const { assigneeId } = data as Data;
    const name = `${tenant}\n${stream}`;
    found.count();
    if (owners.get(name) === assigneeId) found.breach({ what: 'assigned-to-its-owner', tenant, stream, position });
    owners.set(name, assigneeId);
    const byRouting = actor.kind === 'system';
    if (byRouting && !agentOf(tenant, assigneeId).given.has(stream)) found.breach({ what: 'given-without-place', tenant, stream, position, id: assigneeId });
  };

  const take = ({ tenant, stream, position, data }: StoredEvent, agent: Agent): void => {
    const taken = `case-${(data as Data).caseId}`;
    found.count();
    if (agent.places.has(taken)) found.breach({ what: 'two-places-for-one-case', tenant, stream, position });
    agent.places.add(taken);
    agent.given.add(taken);
    if (!agent.isHere) found.breach({ what: 'given-to-nobody', tenant, stream, position });
    if (agent.places.size > agent.capacity) found.breach({ what: 'over-capacity', tenant, stream, position });
  };

  const see = (event: StoredEvent): void => {
    const { tenant, stream, data } = event;
    const agent = () => agentOf(tenant, stream.slice('agent-'.length));
    switch (event.type.slice(0, event.type.lastIndexOf('.'))) {
      case 'cases.CaseAssigned':
        return assign(event);
      case 'cases.CaseUnassigned':
        return void owners.delete(`${tenant}\n${stream}`);
      case 'routing.AgentJoined':
        return void Object.assign(agent(), { capacity: (data as Data).capacity, isHere: true });
      case 'routing.AgentCapacitySet':
        return void Object.assign(agent(), { capacity: (data as Data).capacity });
      case 'routing.AgentLeft':
        return void Object.assign(agent(), { isHere: false });
      case 'routing.AgentPlaceTaken':
        return take(event, agent());
      case 'routing.AgentPlaceFreed':
        return void agent().places.delete(`case-${(data as Data).caseId}`);
    }
  };
  return { see, end: found.check };
};
