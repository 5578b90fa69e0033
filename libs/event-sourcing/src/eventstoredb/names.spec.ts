import type { Filter } from '../event-store.js';
import { names } from './names.js';

const own = names('onmaru');

describe('The streams of a log in a server of many', () => {
  it.each([
    ['demo', 'case-1'],
    ['a-b-c', 'queue-온/마루.x'],
  ])('can be told by their names: %s %s', (tenant, stream) => expect(own.partsOf(own.of(tenant, stream))).toEqual({ tenant, stream }));

  it('are told from those of another log, and from snapshots', () => {
    const others = [names('onmaru2').of('demo', 'case-1'), names('onmar').of('demo', 'case-1'), own.snapshotOf('demo', 'case-1'), '$$$stats'];
    const { prefixes } = own.everything as { prefixes: readonly string[] };
    expect(others.filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))).toEqual([]);
  });

  it.each(['', 'a.b', 'A', 'a-b', '온'])('have no prefix that could be taken for more: %s', (prefix) => expect(() => names(prefix)).toThrow(RangeError));

  const streams = [own.of('demo', 'case-1'), own.of('demo', 'case-12'), own.of('demo', 'queue-1'), own.of('demo2', 'case-1'), own.of('d.*', 'case-1')];
  it.each<[string, Filter, readonly number[]]>([
    ['everything', { everyTenant: true }, [0, 1, 2, 3, 4]],
    ['one tenant', { tenant: 'demo' }, [0, 1, 2]],
    ['a tenant whose name would be a pattern', { tenant: 'd.*' }, [4]],
    ['one category', { everyTenant: true, categories: ['queue'] }, [2]],
    ['categories of one tenant', { tenant: 'demo', categories: ['queue', 'case'] }, [0, 1, 2]],
    ['one stream of one tenant', { tenant: 'demo', stream: 'case-1' }, [0]],
    ['one stream of every tenant', { everyTenant: true, stream: 'case-1' }, [0, 3, 4]],
    ['one stream in another category', { everyTenant: true, stream: 'case-1', categories: ['queue'] }, []],
  ])('are found by what a filter says of them: %s', (_, filter, found) => {
    const looked = own.lookedAtBy(filter);
    const isFound = (name: string): boolean => ('prefixes' in looked ? looked.prefixes.some((prefix) => name.startsWith(prefix)) : new RegExp(looked.regex).test(name));
    expect(streams.flatMap((name, n) => (isFound(name) ? [n] : []))).toEqual(found);
  });
});
