import { v5 } from 'uuid';
import { queueNameKey } from './queue-name.js';

const BY_NAME = '3d0c6f52-0f5e-4d0a-8a43-5e0f6a1f9b77';

/** The id of a tenant's queue: it follows from the name, so that a name is taken once. */
export const queueId = (tenant: string, name: string): string => v5(`${tenant}\n${queueNameKey(name)}`, BY_NAME);
