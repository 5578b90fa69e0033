import { chanceOf } from '@onmaru/event-sourcing';
import { v7 } from 'uuid';

const rng = chanceOf(16);

/** A new id for an event: a UUID in lower case, version 7. */
export const newId = (): string => v7({ rng });
