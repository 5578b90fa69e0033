import { Module, type DynamicModule } from '@nestjs/common';
import { STAFF_DISABLED_V1, STAFF_ENABLED_V1, STAFF_HIRED_V1, STAFF_ROLE_CHANGED_V1 } from '@onmaru/contracts';
import type { EventStore } from '@onmaru/event-sourcing';
import { IdempotencyKeys, type CaughtUp, type ProblemTexts } from '@onmaru/service-kit';
import type { Clock } from '@onmaru/time';
import type { Pool } from 'pg';
import { agentEvents } from './agent/agent.js';
import { AgentStreams } from './agent/agent-streams.adapter.js';
import { AGENT_PROBLEMS } from './agent/refusals.http.js';
import { SetPresenceHttp } from './agent/set-presence/set-presence.http.js';
import { CreateRouting1763769600000 } from './migrations/1763769600000-create-routing.migration.js';
import { KeepAgentsConsumer } from './processes/keep-agents-when-staff-changes/keep-agents-when-staff-changes.consumer.js';
import { queueEvents } from './queue/queue.js';
import { QueueStreams } from './queue/queue-streams.adapter.js';
import { OpenQueueHttp } from './queue/open-queue/open-queue.http.js';
import { QUEUE_PROBLEMS } from './queue/refusals.http.js';
import { AgentRow } from './views/agents/agent-record.entity.js';
import { agentsView } from './views/agents/agent-record.projection.js';
import { AgentsHttp } from './views/agents/agents.http.js';
import { AgentsQuery } from './views/agents/agents.query.js';
import { QueueRow } from './views/queues/queue-record.entity.js';
import { queuesView } from './views/queues/queue-record.projection.js';
import { QueuesHttp } from './views/queues/queues.http.js';
import { QueuesQuery } from './views/queues/queues.query.js';
import { ROUTING_HEARD } from './views/routing-heard.adapter.js';
import { ROUTING_VIEWS } from './views/routing-views.adapter.js';

export { routingPublications } from './publishing/queue-events.js';

export const routingEvents = [queueEvents, agentEvents];
export const routingViews = [queuesView, agentsView];
export const ROUTING_MIGRATIONS = [CreateRouting1763769600000];
export const ROUTING_ENTITIES = [QueueRow, AgentRow];
export const ROUTING_PROBLEMS = { ...QUEUE_PROBLEMS, ...AGENT_PROBLEMS } satisfies ProblemTexts;

/** Streams that this service alone may append to. */
export const ROUTING_STREAMS = ['queue', 'agent', 'routingpolicy'];

/** What this service listens to, and what of that it leaves alone: a role says nothing of who takes work. */
export const ROUTING_NEWS = {
  group: 'routing',
  topics: [{ name: 'identity.user', types: [STAFF_HIRED_V1, STAFF_ROLE_CHANGED_V1, STAFF_DISABLED_V1, STAFF_ENABLED_V1] }],
  ignores: [STAFF_ROLE_CHANGED_V1],
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
};

@Module({})
export class RoutingModule {
  static with({ log, pool, views, news, clock }: RoutingPorts): DynamicModule {
    return {
      module: RoutingModule,
      controllers: [OpenQueueHttp, QueuesHttp, SetPresenceHttp, AgentsHttp, KeepAgentsConsumer],
      providers: [
        { provide: IdempotencyKeys, useValue: new IdempotencyKeys(pool, 'routing') },
        { provide: QueueStreams, useValue: new QueueStreams(log, clock) },
        { provide: AgentStreams, useValue: new AgentStreams(log, clock) },
        { provide: QueuesQuery, useValue: new QueuesQuery(pool) },
        { provide: AgentsQuery, useValue: new AgentsQuery(pool) },
        { provide: ROUTING_VIEWS, useValue: views },
        { provide: ROUTING_HEARD, useValue: news },
      ],
    };
  }
}
