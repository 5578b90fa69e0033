import type { Decider } from '@onmaru/event-sourcing';
import { openQueue, type OpenQueue } from './open-queue/open-queue.js';
import { evolve, initialState, type Queue, type QueueEvent, type QueueRefusal } from './queue.js';

export type QueueCommand = OpenQueue;

export const queueDecider: Decider<Queue, QueueCommand, QueueEvent, QueueRefusal> = { decide: openQueue, evolve, initialState };
