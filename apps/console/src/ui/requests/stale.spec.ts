import { globSync, readFileSync } from 'node:fs';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Case } from '../api/types.js';
import { changedBy } from '../live/live-event.js';
import { keepCase } from './get-case.js';
import { madeStaleBy, type Subject } from './stale.js';

const asked = (name: string, staleBy: readonly Subject[]) => queryOptions({ queryKey: [name], queryFn: () => name, meta: { staleBy } });

/** Which of some answers have to be fetched again. */
const staleAfter = async (...changed: readonly Subject[]): Promise<readonly string[]> => {
  const client = new QueryClient();
  const all = [asked('this case', ['case:c1']), asked('another case', ['case:c2']), asked('counts', ['case', 'queue']), asked('routing', ['case:c1', 'routing:c1']), asked('me', [])];
  for (const options of all) await client.fetchQuery(options);
  await client.invalidateQueries({ predicate: madeStaleBy(changed) });
  return all.filter(({ queryKey }) => client.getQueryState(queryKey)?.isInvalidated === true).map(({ queryKey: [name = ''] }) => name);
};

describe('An answer that the console has', () => {
  it('is fetched again once something has changed that it says it depends on', async () => {
    expect(await staleAfter('case:c1')).toEqual(['this case', 'counts', 'routing']);
    expect(await staleAfter('routing:c1')).toEqual(['routing']);
    expect(await staleAfter('queue', 'case:c2')).toEqual(['another case', 'counts']);
  });

  it('stays as it is when it does not depend on what has changed', async () => expect(await staleAfter('staff', 'case:c3', 'routing:c2')).toEqual(['counts']));

  it('is fetched again too when it came with an act and nobody has opened it yet', async () => {
    const client = new QueryClient();
    keepCase(client, { id: 'c1', revision: 1 } as Case);
    await client.invalidateQueries({ predicate: madeStaleBy(['case:c1']) });
    expect(client.getQueryState(['case', 'c1'])?.isInvalidated).toBe(true);
  });
});

describe('An event that the console hears of', () => {
  it('changes its case, or what routing has decided about one', () => {
    expect(changedBy({ stream: 'case-c1', type: 'cases.NobodyKnowsThisYet.v1', data: {} })).toEqual(['case:c1']);
    expect(changedBy({ stream: 'agent-s1', type: 'routing.WorkGiven.v1', data: { caseId: 'c1' } })).toEqual(['routing:c1']);
    expect(changedBy({ stream: 'queue-q1', type: 'cases.QueueOpened.v1', data: { caseId: 'c1' } })).toEqual([]);
  });
});

describe('The queries of the console', () => {
  const silent = (text: string): number => [...text.matchAll(/queryKey: \['.*?(?=queryKey: \['|$)/gs)].filter(([query]) => !/\bmeta: \{ staleBy: /.test(query)).length;

  it('each say what makes their answer stale, if only that nothing does', () => {
    const files = globSync('src/**/*.{ts,tsx}', { cwd: process.cwd(), exclude: (name) => /\.spec\./.test(String(name)) });
    const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const).filter(([, text]) => text.includes("queryKey: ['"));
    expect(texts.length).toBeGreaterThan(12);
    expect(texts.filter(([, text]) => silent(text) > 0).map(([file]) => file)).toEqual([]);
  });

  it('are seen when one says nothing', () => {
    expect(silent("queryOptions({ queryKey: ['a'], queryFn, meta: { staleBy: [] } })\nqueryOptions({ queryKey: ['b'], queryFn })")).toBe(1);
  });
});
