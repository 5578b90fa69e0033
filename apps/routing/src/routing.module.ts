import { Module, type DynamicModule } from '@nestjs/common';
import { AGENT_PLACE_TAKEN_V1, AGENT_TOPIC, CASE_TOPIC, STAFF_ROLE_CHANGED_V1, STAFF_TOPIC } from '@onmaru/contracts';
import type { EventStore } from '@onmaru/event-sourcing';
import type { Log } from '@onmaru/read-models';
import { IdempotencyKeys, NEWS, VIEWS, provided, type CaughtUp, type ProblemTexts } from '@onmaru/service-kit';
import type { Clock } from '@onmaru/time';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { agentEvents } from './agent/agent.js';
import { AgentStreams } from './agent/agent-streams.adapter.js';
import { AGENT_PROBLEMS } from './agent/refusals.http.js';
import { SetCapacityHttp } from './agent/set-capacity/set-capacity.http.js';
import { SetPresenceHttp } from './agent/set-presence/set-presence.http.js';
import { CreateRouting1763769600000 } from './migrations/1763769600000-create-routing.migration.js';
import { HandOutWorkConsumer } from './processes/hand-out-work-when-places-are-free/hand-out-work-when-places-are-free.consumer.js';
import { KeepAgentsConsumer } from './processes/keep-agents-when-staff-changes/keep-agents-when-staff-changes.consumer.js';
import { KeepWorkConsumer } from './processes/keep-work-when-cases-change/keep-work-when-cases-change.consumer.js';
import { queueEvents } from './queue/queue.js';
import { QueueStreams } from './queue/queue-streams.adapter.js';
import { OpenQueueHttp } from './queue/open-queue/open-queue.http.js';
import { QUEUE_PROBLEMS } from './queue/refusals.http.js';
import { AgentRow } from './views/agents/agent-record.entity.js';
import { agentsView } from './views/agents/agent-record.projection.js';
import { AgentsHttp } from './views/agents/agents.http.js';
import { AgentsQuery } from './views/agents/agents.query.js';
import { HandOutsRow } from './views/hand-outs/hand-outs.entity.js';
import { HandOutsHttp } from './views/hand-outs/hand-outs.http.js';
import { handOutsView } from './views/hand-outs/hand-outs.projection.js';
import { HandOutsQuery } from './views/hand-outs/hand-outs.query.js';
import { QueueRow } from './views/queues/queue-record.entity.js';
import { queuesView } from './views/queues/queue-record.projection.js';
import { QueuesHttp } from './views/queues/queues.http.js';
import { QueuesQuery } from './views/queues/queues.query.js';
import { HandingOut } from './work/handing-out.adapter.js';
import { WorkBook } from './work/work-book.adapter.js';

export { routingPublications } from './publishing/publications.js';

export const routingEvents = [queueEvents, agentEvents];
export const routingViews = [queuesView, agentsView, handOutsView];
export const ROUTING_MIGRATIONS = [CreateRouting1763769600000];
export const ROUTING_ENTITIES = [QueueRow, AgentRow, HandOutsRow];
export const ROUTING_PROBLEMS = { ...QUEUE_PROBLEMS, ...AGENT_PROBLEMS } satisfies ProblemTexts;

/** Streams that this service alone may append to. */
export const ROUTING_STREAMS = ['queue', 'agent', 'routingpolicy'];

/** What this service listens to, and what of that it leaves alone: a role says nothing of who takes work, and of places it knows. */
export const ROUTING_NEWS = {
  group: 'routing',
  topics: [STAFF_TOPIC, CASE_TOPIC, AGENT_TOPIC],
  ignores: [STAFF_ROLE_CHANGED_V1, AGENT_PLACE_TAKEN_V1],
} as const;

export type RoutingPorts = {
  /** The log as the role that owns this service's streams. */
  readonly log: EventStore;
  /** Connections of the role that owns the schema `routing`, which is migrated. */
  readonly pool: Pool;
  /** This service's views, and what it hears from other contexts. */
  readonly views: CaughtUp;
  readonly news: CaughtUp;
  readonly clock: Clock;
  /** Where an operator reads what went wrong. */
  readonly trouble: Log;
};

@Module({})
export class RoutingModule {
  static with({ log, pool, views, news, clock, trouble }: RoutingPorts): DynamicModule {
    const streamPorts = { log, clock, newId: v7 };
    const agents = new AgentStreams(streamPorts, news);
    const standing = new AgentsQuery(pool);
    const work = new WorkBook(pool);
    return {
      module: RoutingModule,
      controllers: [
        ...[OpenQueueHttp, QueuesHttp, SetPresenceHttp, SetCapacityHttp, AgentsHttp, HandOutsHttp],
        ...[KeepAgentsConsumer, KeepWorkConsumer, HandOutWorkConsumer],
      ],
      providers: [
        { provide: VIEWS, useValue: views },
        { provide: NEWS, useValue: news },
        ...provided(new IdempotencyKeys(pool, 'routing'), new QueueStreams(streamPorts), agents),
        ...provided(new QueuesQuery(pool), standing, new HandOutsQuery(pool)),
        ...provided(work, new HandingOut({ agents, standing, work, log, views, news, trouble })),
      ],
    };
  }
}
