import type { Bench } from '../bench.js';
import { appendCase } from './append-case.js';
import { appendHotStream } from './append-hot-stream.js';
import { appendSingle } from './append-single.js';
import { httpCommand } from './http-command.js';
import { readAll } from './read-all.js';

export const BENCHES: readonly Bench[] = [appendSingle, appendCase, appendHotStream, readAll, httpCommand];
