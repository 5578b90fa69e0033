import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Event, type EventTypes, type StoredEvent } from '@onmaru/event-sourcing';
import { casePolicyEvents, evolve as evolvePolicies, initialState as noPolicies } from './case-policy/case-policy.js';
import { evolve as evolveCase, initialState as noCase } from './case/case.js';
import { caseEvents } from './case/case-events.js';

const goldenOf = (folder: string): readonly StoredEvent[] => {
  const golden = join(import.meta.dirname, folder, 'golden');
  return readdirSync(golden).map((file) => JSON.parse(readFileSync(join(golden, file), 'utf8')) as StoredEvent);
};

const aggregate = <State, E extends Event>(folder: string, types: EventTypes<E>, evolve: (state: State, event: E) => State, initialState: State) => ({
  folder,
  written: Object.entries<{ version: number }>(types.types).flatMap(([type, { version }]) =>
    Array.from({ length: version }, (_, n) => `cases.${type}.v${n + 1}`),
  ),
  states: (): readonly unknown[] => goldenOf(folder).map((stored) => evolve(initialState, decode(types, stored))),
});

const opened = goldenOf('case').filter(({ type }) => type === 'cases.CaseOpened.v1').map((stored) => decode(caseEvents, stored)).reduce(evolveCase, noCase);
const drafted = goldenOf('case-policy').filter(({ type }) => type === 'cases.CasePolicyDrafted.v1').map((stored) => decode(casePolicyEvents, stored)).reduce(evolvePolicies, noPolicies);

const AGGREGATES = [
  aggregate('case', caseEvents, evolveCase, opened),
  aggregate('case-policy', casePolicyEvents, evolvePolicies, drafted),
];

describe('Events of cases that were ever written', () => {
  it.each(AGGREGATES)('are kept for every type and version: $folder', ({ folder, written }) =>
    expect(goldenOf(folder).map(({ type }) => type).sort()).toEqual(written.sort()));

  it.each(AGGREGATES)('can be read and folded today: $folder', ({ states }) => {
    expect(states().length).toBeGreaterThan(0);
    for (const state of states()) expect(JSON.stringify(state)).not.toContain('undefined');
  });
});
