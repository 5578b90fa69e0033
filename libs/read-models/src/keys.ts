import { idOf, type Recorded } from '@onmaru/event-sourcing';
import type { AnyView, Key } from './view.js';

/** Which row an event concerns. */
export const keyFor = (view: Pick<AnyView, 'key'>, event: Recorded): Key => (view.key ? view.key(event) : idOf(event));

/** Key values as a list, in the order of the primary key. */
export const keyOf = (key: Exclude<Key, null>): readonly string[] => (typeof key === 'string' ? [key] : key);
