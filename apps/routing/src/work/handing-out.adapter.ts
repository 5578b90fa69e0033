import type { EventStore } from '@onmaru/event-sourcing';
import { caughtUp, done, type CaughtUp } from '@onmaru/service-kit';
import { v7 } from 'uuid';
import type { AgentCommand } from '../agent/decider.js';
import type { AgentStreams } from '../agent/agent-streams.adapter.js';
import { handOutWork } from './hand-out-work.js';
import type { AgentsQuery } from '../views/agents/agents.query.js';
import type { WorkBook } from './work-book.adapter.js';

/** Cases that are thought of in one round. */
const AT_ONCE = 200;

/**
 * Brings places and work together, from what is known at the moment: places that are no longer needed are freed, and
 * work that waits is given to whoever has one. Repeated as often as one likes, it does what is still to be done.
 */
export class HandingOut {
  private readonly running = new Map<string, Promise<void>>();
  private readonly next = new Map<string, Promise<void>>();

  constructor(
    private readonly agents: AgentStreams,
    private readonly standing: AgentsQuery,
    private readonly work: WorkBook,
    private readonly log: Pick<EventStore, 'head'>,
    private readonly views: CaughtUp,
  ) {}

  /** Settles a tenant's work with everything that was known when it was asked for. Many who ask at once are served at once. */
  settle(tenant: string): Promise<void> {
    const waiting = this.next.get(tenant);
    if (waiting !== undefined) return waiting;
    const begin = (): Promise<void> => {
      this.next.delete(tenant);
      const run = this.rounds(tenant).finally(() => this.running.delete(tenant));
      this.running.set(tenant, run);
      return run;
    };
    const current = this.running.get(tenant);
    if (current === undefined) return begin();
    const following = current.then(begin, begin);
    this.next.set(tenant, following);
    return following;
  }

  private async rounds(tenant: string): Promise<void> {
    while (await this.round(tenant)) continue;
  }

  /** Whether anything was done, so that there may be more to do. */
  private async round(tenant: string): Promise<boolean> {
    await caughtUp(this.views, await this.log.head());
    let freed = false;
    for (const { agentId, caseId, because } of await this.work.stalePlaces(tenant)) {
      freed = (await this.order(tenant, agentId, { type: 'FreePlace', at: this.agents.now(), data: { caseId, because } })) || freed;
    }
    if (freed) return true;
    const present = await this.standing.present(tenant);
    if (!present.some(({ presence, places, capacity }) => presence === 'available' && places < capacity)) return false;
    const agents = present.map(({ id, presence, places, capacity, lastGivenPosition, joinedPosition }) => ({
      ...{ agentId: id, presence: presence === 'available' ? presence : ('away' as const), places, capacity },
      ...{ lastGiven: lastGivenPosition, joined: joinedPosition },
    }));
    let given = false;
    for (const data of handOutWork({ ...(await this.work.waiting(tenant, AT_ONCE)), agents })) {
      given = (await this.order(tenant, data.chosen.agentId, { type: 'TakePlace', at: this.agents.now(), data })) || given;
    }
    return given;
  }

  /** Whether it was carried out. What the agent's own rules refuse has changed since, and the news of that is on its way. */
  private async order(tenant: string, agentId: string, command: AgentCommand): Promise<boolean> {
    const id = v7();
    const context = { tenant, actor: { kind: 'system', id: 'routing' }, commandId: id, correlationId: id } as const;
    const outcome = await this.agents.handle(context, agentId, command);
    if (outcome.outcome !== 'refused') done(outcome);
    return outcome.outcome === 'appended';
  }
}
