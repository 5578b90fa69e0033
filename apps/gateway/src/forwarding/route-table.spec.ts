import { routeTable } from './route-table.adapter.js';

const describing = (...routes: readonly string[]) => ({
  paths: Object.fromEntries([...Map.groupBy(routes, (route) => route.split(' ')[1] as string)].map(([path, all]) => [path, Object.fromEntries(all.map((route) => [(route.split(' ')[0] as string).toLowerCase(), {}]))])),
});

const own = describing('GET /api/v1/events', 'GET /readyz', 'POST /api/v1/operations/rebuilds/{view}/pause');
const identity = describing('POST /api/v1/sign-in', 'GET /.well-known/jwks.json', 'GET /readyz');
const cases = describing('GET /api/v1/cases', 'GET /api/v1/cases/{caseId}', 'GET /api/v1/cases/report', 'POST /api/v1/cases/{caseId}/hold', 'GET /readyz', 'POST /api/v1/operations/rebuilds/{name}/pause');
const routing = describing('GET /api/v1/cases/{id}/routing', 'GET /readyz');
const all = new Map([['identity', identity], ['cases', cases], ['routing', routing]]);

describe('Whose a request is', () => {
  const { serviceOf, contested } = routeTable(own, all);

  it.each([
    ['POST', '/api/v1/sign-in', 'identity'],
    ['GET', '/.well-known/jwks.json', 'identity'],
    ['GET', '/api/v1/cases?limit=2', 'cases'],
    ['HEAD', '/api/v1/cases', 'cases'],
    ['GET', '/api/v1/cases/report', 'cases'],
    ['GET', `/api/v1/cases/${'7'.repeat(500)}`, 'cases'],
    ['GET', '/api/v1/cases/7/routing', 'routing'],
    ['POST', '/api/v1/cases/%ED%95%9C/hold', 'cases'],
  ])('is said by who describes it: %s %s', (method, url, service) => expect(serviceOf(method, url)).toBe(service));

  it.each([
    ['GET', '/api/v1/nothing'],
    ['DELETE', '/api/v1/cases/7'],
    ['GET', '/readyz'],
  ])('is nobody’s where nobody does, or the gateway itself: %s %s', (method, url) => expect(serviceOf(method, url)).toBeUndefined());

  it('is not contested by what every service has beside its own', () => expect(contested).toEqual([]));

  it('is the first one’s where two describe it', () => {
    const twice = routeTable(own, new Map([...all, ['billing', describing('GET /api/v1/cases/{x}')]]));
    expect(twice.contested).toEqual([{ route: 'GET /api/v1/cases/{}', has: 'cases', wants: 'billing' }]);
    expect(twice.serviceOf('GET', '/api/v1/cases/7')).toBe('cases');
  });
});
