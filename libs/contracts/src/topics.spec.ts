import * as contracts from './index.js';

const entries = Object.entries(contracts);
const types = entries.flatMap(([name, value]) => (/_V\d+$/.test(name) ? [value as string] : []));
const topics = entries.flatMap(([name, value]) => (name.endsWith('_TOPIC') ? [value as { readonly name: string; readonly types: readonly string[] }] : []));

describe('What contexts tell each other', () => {
  it('stands on one topic each', () => expect(topics.flatMap((topic) => topic.types).sort()).toEqual([...types].sort()));

  it('is on a topic of the context that says it', () =>
    expect(topics.flatMap(({ name, types: told }) => told.filter((type) => type.split('.')[0] !== name.split('.')[0]))).toEqual([]));

  it('is called by its context, what happened, and a version', () =>
    expect(types.filter((type) => !/^[a-z]+\.[a-z]+(-[a-z]+)+\.v[1-9]\d*$/.test(type))).toEqual([]));
});
