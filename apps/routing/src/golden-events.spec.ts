import { goldenEvents } from '@onmaru/event-sourcing/testing';
import { agents } from './agent/agent.js';
import { queues } from './queue/queue.js';

goldenEvents(import.meta.dirname, 'queue', queues);
goldenEvents(import.meta.dirname, 'agent', agents);
