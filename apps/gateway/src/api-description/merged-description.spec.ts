import type { Description } from './description.js';
import { mergedDescription } from './merged-description.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answering = (name: string, operationId = 'read') => ({ get: { operationId, responses: { 200: { content: { 'application/json': { schema: ref(name) } } } } } });
const own: Description = { paths: { '/events': answering('Event', 'EventsHttp_read'), '/readyz': { get: { operationId: 'own' } } }, components: { schemas: { Problem: { type: 'object' }, Event: {} } } };

const cases: Description = {
  paths: { '/cases': answering('Case'), '/readyz': { get: { operationId: 'theirs' } } },
  components: { schemas: { Problem: { type: 'object' }, Case: { properties: { owner: ref('Person') }, type: 'object' }, Person: { type: 'string' } }, headers: { ETag: {} } },
  tags: [{ name: 'Cases' }],
};
const routing = (person: object): Description => ({
  paths: { '/queues': answering('Case'), '/cases': { ...answering('Person'), post: {} } },
  components: { schemas: { Case: { type: 'object', properties: { owner: ref('Person') } }, Person: person, Queue: {} } },
});

/** Where a document refers to what it does not hold. */
const dangling = ({ components, ...rest }: Description) =>
  [...JSON.stringify({ components, ...rest }).matchAll(/#\/components\/schemas\/([^"]+)/g)].map(([, name = '']) => name).filter((name) => !(name in (components?.['schemas'] ?? {})));

describe('The description of a platform of several services', () => {
  it('holds every path once, the gateway’s own first', () => {
    const { description, clashes } = mergedDescription(own, new Map([['cases', cases], ['routing', routing({ type: 'string' })]]));
    expect(Object.keys(description.paths)).toEqual(['/events', '/readyz', '/cases', '/queues']);
    expect(description.paths['/readyz']).toEqual({ get: { operationId: 'own' } });
    expect(Object.keys(description.paths['/cases'] ?? {})).toEqual(['get', 'post']);
    expect(description.paths['/cases']?.['get']).toEqual(cases.paths['/cases']?.['get']);
    expect(description.tags).toEqual([{ name: 'Cases' }]);
    expect(clashes).toEqual([]);
  });

  it('holds what several mean alike once, in whatever order they say it', () => {
    const { description } = mergedDescription(own, new Map([['cases', cases], ['routing', routing({ type: 'string' })]]));
    expect(Object.keys(description.components?.['schemas'] ?? {})).toEqual(['Problem', 'Event', 'Case', 'Person', 'Queue']);
    expect(description.components?.['headers']).toEqual({ ETag: {} });
    expect(dangling(description)).toEqual([]);
  });

  it('tells apart what two services mean differently, and what refers to it', () => {
    const { description, clashes } = mergedDescription(own, new Map([['cases', cases], ['routing', routing({ type: 'integer' })]]));
    expect(clashes).toEqual([{ service: 'routing', component: 'schemas/Person' }, { service: 'routing', component: 'schemas/Case' }]);
    const { schemas } = description.components as { schemas: Record<string, unknown> };
    expect([schemas['Person'], schemas['routing.Person']]).toEqual([{ type: 'string' }, { type: 'integer' }]);
    expect(schemas['routing.Case']).toEqual({ type: 'object', properties: { owner: ref('routing.Person') } });
    expect(JSON.stringify(description.paths['/queues'])).toContain('#/components/schemas/routing.Case');
    expect(JSON.stringify(description.paths['/cases']?.['get'])).toContain('#/components/schemas/Case');
    expect(dangling(description)).toEqual([]);
  });

  it('gives no two operations one id', () => {
    const { description } = mergedDescription(own, new Map([['cases', cases], ['routing', routing({ type: 'string' })]]));
    const ids = Object.values(description.paths).flatMap((item) => Object.values(item)).map((operation) => (operation as { operationId?: string }).operationId).filter(Boolean);
    expect(ids).toEqual(['EventsHttp_read', 'own', 'read', 'routing_read']);
  });
});
