import { globSync, readFileSync } from 'node:fs';
import { QueryClient, type QueryKey, type QueryMeta } from '@tanstack/react-query';
import type { Case } from '../api/types.js';
import { refreshAfter } from '../live/hear-news.js';
import { changedBy, type LiveEvent } from '../live/live-event.js';
import { caseOptions, keepCase, pastCaseOptions } from './get-case.js';
import { countsOptions } from './get-counts.js';
import { queuesOptions } from './get-queues.js';
import { timelineOptions } from './get-timeline.js';
import { madeStaleBy, type Subject } from './stale.js';

const asked = (name: string, staleBy: readonly Subject[]) => ({ queryKey: [name], meta: { staleBy } });

/** A page that has answers, and which of them have to be fetched again. */
const having = async (...all: readonly { readonly queryKey: QueryKey; readonly meta?: QueryMeta }[]) => {
  const client = new QueryClient();
  for (const { queryKey, meta } of all) await client.fetchQuery({ queryKey, queryFn: () => 'known', meta });
  return { client, stale: () => all.map(({ queryKey }) => queryKey).filter((queryKey) => client.getQueryState(queryKey)?.isInvalidated === true) };
};

/** Which of some answers have to be fetched again. */
const staleAfter = async (...changed: readonly Subject[]): Promise<readonly string[]> => {
  const { client, stale } = await having(
    asked('this case', ['case:c1']),
    asked('another case', ['case:c2']),
    asked('counts', ['case', 'queue']),
    asked('routing', ['case:c1', 'routing:c1']),
    asked('me', []),
  );
  await client.invalidateQueries({ predicate: madeStaleBy(changed) });
  return stale().map(([name]) => String(name));
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

describe('News that the console hears', () => {
  const event = (stream: string, type: string): LiveEvent => ({ position: 1, type, stream, revision: 1, occurredAt: '2026-03-02T09:00:00Z', actor: { kind: 'staff', id: 'jimin' }, data: {} });

  it('bring what shows the case, and what counts cases, to be fetched again', async () => {
    const { client, stale } = await having(caseOptions('c1'), pastCaseOptions('c1', 7), timelineOptions('c1'), caseOptions('c2'), countsOptions(), queuesOptions());
    refreshAfter(client, [event('case-c1', 'cases.NobodyKnowsThisYet.v1')]);
    expect(stale()).toEqual([['case', 'c1'], ['timeline', 'c1'], ['counts']]);
  });

  it('of what nothing shows leave everything as it is', async () => {
    const { client, stale } = await having(caseOptions('c1'), countsOptions());
    refreshAfter(client, [event('customer-c1', 'customers.CustomerRegistered.v1')]);
    expect(stale()).toEqual([]);
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
