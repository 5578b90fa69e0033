import { Module, type DynamicModule } from '@nestjs/common';
import { AGENT_PLACE_TAKEN_V1, AGENT_TOPIC, CASE_TOPIC, STAFF_ROLE_CHANGED_V1, STAFF_TOPIC } from '@onmaru/contracts';
import { IdempotencyKeys, newId, NEWS, provided, VIEWS, type Service, type ServicePorts } from '@onmaru/service-kit';
import { agents } from './agent/agent.js';
import { AgentStreams } from './agent/agent-streams.adapter.js';
import { AGENT_PROBLEMS } from './agent/refusals.http.js';
import { SetCapacityHttp } from './agent/set-capacity/set-capacity.http.js';
import { SetPresenceHttp } from './agent/set-presence/set-presence.http.js';
import { CreateRouting1763769600000 } from './migrations/1763769600000-create-routing.migration.js';
import { HandOutWorkConsumer } from './processes/hand-out-work-when-places-are-free/hand-out-work-when-places-are-free.consumer.js';
import { KeepAgentsConsumer } from './processes/keep-agents-when-staff-changes/keep-agents-when-staff-changes.consumer.js';
import { KeepWorkConsumer } from './processes/keep-work-when-cases-change/keep-work-when-cases-change.consumer.js';
import { routingPublications } from './publishing/publications.js';
import { queues } from './queue/queue.js';
import { QueueStreams } from './queue/queue-streams.adapter.js';
import { OpenQueueHttp } from './queue/open-queue/open-queue.http.js';
import { QUEUE_PROBLEMS } from './queue/refusals.http.js';
import { agentsView } from './views/agents/agent-record.projection.js';
import { AgentsHttp } from './views/agents/agents.http.js';
import { AgentsQuery } from './views/agents/agents.query.js';
import { HandOutsHttp } from './views/hand-outs/hand-outs.http.js';
import { handOutsView } from './views/hand-outs/hand-outs.projection.js';
import { HandOutsQuery } from './views/hand-outs/hand-outs.query.js';
import { queuesView } from './views/queues/queue-record.projection.js';
import { QueuesHttp } from './views/queues/queues.http.js';
import { QueuesQuery } from './views/queues/queues.query.js';
import { HandingOut } from './work/handing-out.adapter.js';
import { WorkBook } from './work/work-book.adapter.js';

/** Of what it listens to, a role says nothing of who takes work, and of places it knows; the history of another system is nobody's work. */
export const ROUTING = {
  name: 'routing',
  aggregates: [queues, agents],
  views: [queuesView, agentsView, handOutsView],
  entities: [],
  migrations: [CreateRouting1763769600000],
  problems: { ...QUEUE_PROBLEMS, ...AGENT_PROBLEMS },
  publications: routingPublications,
  listens: { topics: [STAFF_TOPIC, CASE_TOPIC, AGENT_TOPIC], ignores: [STAFF_ROLE_CHANGED_V1, AGENT_PLACE_TAKEN_V1], withoutHistory: true },
} as const satisfies Service;

@Module({})
export class RoutingModule {
  static with({ log, pool, views, news, clock, trouble, tracing }: Omit<ServicePorts, 'source' | 'keys'>): DynamicModule {
    const streamPorts = { log, clock, newId, trouble, tracing };
    const agentStreams = new AgentStreams(streamPorts, news);
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
        ...provided(new IdempotencyKeys(pool, 'routing'), new QueueStreams(streamPorts), agentStreams),
        ...provided(new QueuesQuery(pool), standing, new HandOutsQuery(pool)),
        ...provided(work, new HandingOut({ agents: agentStreams, standing, work, log, views, news, trouble })),
      ],
    };
  }
}
