import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { Description } from '../api-description/description.js';

/** Whose a request is: the name of the service that describes its path and method. */
export type RouteTable = (method: string, url: string) => string | undefined;

export type Described = ReadonlyMap<string, Description>;

/** Two services that describe the same; the first has it. */
export type Contested = { readonly route: string; readonly has: string; readonly wants: string };

/** As long as an address may be: how long a part of it may be is each service's own business. */
const LONGEST = 16_384;

const keyOf = (method: string, path: string): string => `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`;

/** `/cases/{caseId}` → `/cases/:p`, whatever the parameter is called: services may call it differently. */
const patternOf = (path: string): string => path.replaceAll(':', '::').replace(/\{[^}]+\}/g, ':p');

const routesOf = ({ paths }: Description): readonly (readonly [method: string, path: string])[] =>
  Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((method) => [method.toUpperCase(), path] as const));

/** Services' descriptions → who has which route, but for those that the gateway has itself; and the routes that two want. */
export const routeTable = (own: Description, described: Described): { readonly serviceOf: RouteTable; readonly contested: readonly Contested[] } => {
  const router = findMyWay({ maxParamLength: LONGEST });
  const ours = new Set(routesOf(own).map(([method, path]) => keyOf(method, path)));
  const taken = new Map<string, string>();
  const contested: Contested[] = [];
  for (const [service, description] of described) {
    for (const [method, path] of routesOf(description)) {
      const route = keyOf(method, path);
      const has = taken.get(route);
      if (ours.has(route)) continue;
      if (has !== undefined) {
        contested.push({ route, has, wants: service });
        continue;
      }
      taken.set(route, service);
      router.on(methodsOf(method), patternOf(path), () => undefined, service);
    }
  }
  return { serviceOf: (method, url) => router.find(method as HTTPMethod, url)?.store as string | undefined, contested };
};

/** Whoever answers GET answers HEAD. */
const methodsOf = (method: string): HTTPMethod[] => (method === 'GET' ? ['GET', 'HEAD'] : [method as HTTPMethod]);
