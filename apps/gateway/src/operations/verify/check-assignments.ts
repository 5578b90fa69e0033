import type { StoredEvent } from '@onmaru/event-sourcing';
import { findings, type Check } from './findings.js';

export type AssignmentsCheck = { see(event: StoredEvent): void; end(): Check };

type Owned = { readonly assignee: string; readonly holdsPlace: boolean };
type Agent = { capacity: number; taken: number };

/** Acts after which a case keeps its owner but takes no place of theirs. */
const DONE = new Set(['cases.CaseResolved', 'cases.CaseClosed', 'cases.CaseCancelled']);

/**
 * I4: at every prefix of the log a case has one owner, to whom nobody assigns it again, and routing (the system as
 * actor) has given no agent more open cases than their capacity. What people assign by hand takes no place.
 */
export const assignmentsCheck = (): AssignmentsCheck => {
  const found = findings('I4');
  const owners = new Map<string, Owned>();
  const agents = new Map<string, Agent>();

  const agentOf = (tenant: string, id: string): Agent => {
    const name = `${tenant}\n${id}`;
    const agent = agents.get(name) ?? { capacity: 0, taken: 0 };
    agents.set(name, agent);
    return agent;
  };

  const free = (tenant: string, owned: Owned | undefined): void => {
    if (owned?.holdsPlace) agentOf(tenant, owned.assignee).taken -= 1;
  };

  const assign = ({ tenant, stream, position, actor, data }: StoredEvent, name: string): void => {
    const { assigneeId: assignee } = data as { readonly assigneeId: string };
    const before = owners.get(name);
    found.count();
    if (before?.assignee === assignee) found.breach({ what: 'assigned-to-its-owner', tenant, stream, position });
    free(tenant, before);
    const holdsPlace = actor.kind === 'system';
    owners.set(name, { assignee, holdsPlace });
    if (!holdsPlace) return;
    const agent = agentOf(tenant, assignee);
    agent.taken += 1;
    if (agent.taken > agent.capacity) found.breach({ what: 'over-capacity', tenant, stream, position, id: assignee });
  };

  return {
    see(event) {
      const { tenant, stream } = event;
      const type = event.type.slice(0, event.type.lastIndexOf('.'));
      const name = `${tenant}\n${stream}`;
      if (type === 'cases.CaseAssigned') return assign(event, name);
      const owned = owners.get(name);
      if (type === 'cases.CaseUnassigned') {
        free(tenant, owned);
        owners.delete(name);
      } else if (owned?.holdsPlace && DONE.has(type)) {
        free(tenant, owned);
        owners.set(name, { ...owned, holdsPlace: false });
      } else if (type === 'routing.AgentJoined') {
        agentOf(tenant, stream.slice('agent-'.length)).capacity = (event.data as { readonly capacity: number }).capacity;
      } else if (type === 'routing.AgentLeft') {
        agentOf(tenant, stream.slice('agent-'.length)).capacity = 0;
      }
    },
    end: found.check,
  };
};
