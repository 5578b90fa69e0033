import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Event, type EventTypes, type StoredEvent } from '@onmaru/event-sourcing';
import { agentEvents } from './agent/agent-events.js';
import { agentDecider } from './agent/decider.js';
import { queueDecider } from './queue/decider.js';
import { queueEvents } from './queue/queue.js';

type Folds<State, E extends Event> = { readonly initialState: State; readonly evolve: (state: State, event: E) => State };

const goldenOf = (name: string): readonly StoredEvent[] => {
  const folder = join(import.meta.dirname, name, 'golden');
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredEvent);
};

const aggregate = <State, E extends Event>(name: string, types: EventTypes<E>, { initialState, evolve }: Folds<State, E>) => ({
  name,
  written: Object.entries<{ version: number }>(types.types).flatMap(([type, { version }]) =>
    Array.from({ length: version }, (_, n) => `routing.${type}.v${n + 1}`),
  ),
  fold: (): unknown => goldenOf(name).map((stored) => decode(types, stored)).reduce(evolve, initialState),
});

const AGGREGATES = [
  aggregate('queue', queueEvents, queueDecider),
  aggregate('agent', agentEvents, agentDecider),
];

describe('Events of routing that were ever written', () => {
  it.each(AGGREGATES)('are kept for every type and version: $name', ({ name, written }) =>
    expect(goldenOf(name).map(({ type }) => type).sort()).toEqual(written.sort()));

  it.each(AGGREGATES)('can be read and folded today: $name', ({ fold }) =>
    expect(fold()).toEqual(expect.objectContaining({ state: expect.any(String) })));
});
