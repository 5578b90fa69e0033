import { AGENT_TOPIC, QUEUE_TOPIC } from '@onmaru/contracts';
import { agents } from '../agent/agent.js';
import { queues } from '../queue/queue.js';
import { publishAgent } from './publish-agent.js';
import { publishQueue } from './publish-queue.js';

/** Everything that routing tells other contexts, by topic. */
export const routingPublications = [
  { topic: QUEUE_TOPIC.name, category: queues.category, publish: publishQueue },
  { topic: AGENT_TOPIC.name, category: agents.category, publish: publishAgent },
] as const;
