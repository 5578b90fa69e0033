import { publishAgent } from './agent-events.js';
import { publishQueue } from './queue-events.js';

/** Everything that routing tells other contexts, by topic. */
export const routingPublications = [
  { topic: 'routing.queue', category: 'queue', publish: publishQueue },
  { topic: 'routing.agent', category: 'agent', publish: publishAgent },
] as const;
