import type { Bench } from '../bench.js';
import { appendCase } from './append-case.js';
import { appendHotStream } from './append-hot-stream.js';
import { appendSingle } from './append-single.js';
import { bulkImport } from './bulk-import.js';
import { endurance } from './endurance.js';
import { httpCommand } from './http-command.js';
import { kafkaRelay } from './kafka-relay.js';
import { orderAndGaps } from './order-and-gaps.js';
import { outboxRelay } from './outbox-relay.js';
import { projectLive } from './project-live.js';
import { projectRebuild } from './project-rebuild.js';
import { readAll } from './read-all.js';
import { readStream } from './read-stream.js';

export const BENCHES: readonly Bench[] = [
  ...[appendSingle, appendCase, appendHotStream, bulkImport, orderAndGaps, readStream],
  ...[readAll, projectLive, projectRebuild, outboxRelay, kafkaRelay, httpCommand, endurance],
];
