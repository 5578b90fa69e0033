import { goldenEvents } from '@onmaru/event-sourcing/testing';
import { agentEvents } from './agent/agent-events.js';
import { agentDecider } from './agent/decider.js';
import { queueDecider } from './queue/decider.js';
import { queueEvents } from './queue/queue.js';

goldenEvents(import.meta.dirname, 'queue', queueEvents, queueDecider);
goldenEvents(import.meta.dirname, 'agent', agentEvents, agentDecider);
