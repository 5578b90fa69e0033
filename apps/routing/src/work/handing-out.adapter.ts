import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { EventStore } from '@onmaru/event-sourcing';
import { backOff, pause, type Log } from '@onmaru/read-models';
import { caughtUp, done, VIEW_PATIENCE, type CaughtUp } from '@onmaru/service-kit';
import type { Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import type { Agent, AgentEvent, Decision } from '../agent/agent.js';
import type { AgentStreams } from '../agent/agent-streams.adapter.js';
import { freePlace } from '../agent/free-place/free-place.js';
import { takePlace } from '../agent/take-place/take-place.js';
import type { AgentsQuery } from '../views/agents/agents.query.js';
import { handOutWork } from './hand-out-work.js';
import type { WorkBook } from './work-book.adapter.js';

/** Cases that are thought of in one round. */
const AT_ONCE = 200;

/** What it looks at: the agents as they stand, the work, and how far both have followed the log. */
export type HandingOutParts = {
  readonly agents: AgentStreams;
  readonly standing: AgentsQuery;
  readonly work: WorkBook;
  readonly log: Pick<EventStore, 'head'>;
  readonly views: CaughtUp;
  readonly news: CaughtUp;
  readonly trouble: Log;
};

type Settling = { again: boolean; traceparent: string | undefined; readonly ended: Promise<void> };
type Asked = { readonly tenant: string; readonly traceparent: string | undefined };

/**
 * Brings places and work together, from how things stand: places that are no longer needed are freed, and work that
 * waits is given to whoever has one. Repeated as often as one likes, it does what is still to be done, so it begins
 * with every tenant when it starts, and nothing has to be remembered in between.
 */
export class HandingOut implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly settling = new Map<string, Settling>();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: HandingOutParts) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const tenant of await this.parts.work.tenants()) this.soon(tenant);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.settling.values()].map(({ ended }) => ended));
  }

  /** Something has changed: settles the tenant's work with everything that is known from now on, in the trace of who said so first. */
  soon(tenant: string, traceparent?: string): void {
    const current = this.settling.get(tenant);
    if (current?.again) return;
    if (current) [current.again, current.traceparent] = [true, traceparent];
    else this.settling.set(tenant, { again: true, traceparent, ended: this.settle(tenant) });
  }

  private async settle(tenant: string): Promise<void> {
    await Promise.resolve();
    const mine = this.settling.get(tenant) as Settling;
    for (let failures = 0; mine.again && !this.stopping.signal.aborted; ) {
      mine.again = false;
      const { traceparent } = mine;
      try {
        while (await this.round(tenant, traceparent)) failures = 0;
      } catch (error) {
        if (this.stopping.signal.aborted) break;
        this.parts.trouble.warn({ err: error, tenant }, 'work could not be handed out: it is tried again');
        mine.again = true;
        failures += 1;
        await pause(backOff(failures), this.stopping.signal);
      }
    }
    this.settling.delete(tenant);
  }

  /** Whether anything was done, so that there may be more to do. */
  private async round(tenant: string, traceparent: string | undefined): Promise<boolean> {
    const asked = { tenant, traceparent };
    const { views, news, log, work, standing } = this.parts;
    const head = await log.head();
    await caughtUp(views, head);
    // The more is known the better the choice; but nobody waits for news that are long in coming.
    await news.waitFor(head, VIEW_PATIENCE);
    let freed = false;
    for (const { agentId, caseId, because } of await work.stalePlaces(tenant)) {
      freed = (await this.order(asked, agentId, (agent, at) => freePlace({ at, data: { caseId, because } }, agent))) || freed;
    }
    if (freed) return true;
    const present = await standing.present(tenant);
    if (!present.some(({ presence, places, capacity }) => presence === 'available' && places < capacity)) return false;
    const agents = present.map(({ id, presence, places, capacity, lastGivenPosition, joinedPosition }) => ({
      ...{ agentId: id, presence: presence === 'available' ? presence : ('away' as const), places, capacity },
      ...{ lastGiven: lastGivenPosition, joined: joinedPosition },
    }));
    let given = false;
    for (const data of handOutWork({ ...(await work.waiting(tenant, AT_ONCE)), agents })) {
      given = (await this.order(asked, data.chosen.agentId, (agent, at) => takePlace({ at, data }, agent))) || given;
    }
    return given;
  }

  /** Whether it was carried out. What the agent's own rules refuse has changed since, and the news of that is on its way. */
  private async order({ tenant, traceparent }: Asked, agentId: string, decide: (agent: Agent, at: Instant) => Decision<AgentEvent['type']>): Promise<boolean> {
    const id = v7();
    const context = { tenant, actor: { kind: 'system', id: 'routing' }, commandId: id, correlationId: id, ...(traceparent !== undefined && { traceparent }) } as const;
    const outcome = await this.parts.agents.handleToState(context, agentId, decide);
    if (outcome.outcome !== 'refused') done(outcome);
    return outcome.outcome === 'appended';
  }
}
