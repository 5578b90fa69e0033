import type { Components, Description, PathItem } from './description.js';

/** A component that two services mean differently. */
export type Clash = { readonly service: string; readonly component: string };

export type Merged<Own> = { readonly description: Own; readonly clashes: readonly Clash[] };

const REFERENCE = '#/components/';

/** JSON of a value whose members stand in one order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

const isSame = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);

/** `schemas/Case` → its value. */
type Named = ReadonlyMap<string, unknown>;

const named = (components: Components = {}): Named => new Map(Object.entries(components).flatMap(([kind, all]) => Object.entries(all).map(([name, value]) => [`${kind}/${name}`, value] as const)));

const referencesIn = (value: unknown): readonly string[] => [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name = '']) => name);

/** Those that mean something else than what stands there already, also because what they refer to does. */
const unequal = (there: ReadonlyMap<string, unknown>, own: Named): ReadonlySet<string> => {
  const found = new Set([...own].filter(([name, value]) => there.has(name) && !isSame(there.get(name), value)).map(([name]) => name));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, value] of own) if (there.has(name) && referencesIn(value).some((reference) => found.has(reference))) found.add(name);
  }
  return found;
};

const renamed = (service: string, name: string): string => name.replace('/', `/${service}.`);

const withNames = <T>(value: T, renames: ReadonlySet<string>, service: string): T =>
  renames.size === 0
    ? value
    : (JSON.parse(JSON.stringify(value), (key, part: unknown) => {
        const name = key === '$ref' && typeof part === 'string' && part.startsWith(REFERENCE) ? part.slice(REFERENCE.length) : undefined;
        return name !== undefined && renames.has(name) ? `${REFERENCE}${renamed(service, name)}` : part;
      }) as T);

const componentsOf = (all: Named): Components =>
  Object.fromEntries([...Map.groupBy(all, ([name]) => name.split('/')[0] as string)].map(([kind, entries]) => [kind, Object.fromEntries(entries.map(([name, value]) => [name.slice(kind.length + 1), value]))]));

/** Makes every operation's id its own: the first keeps it. */
const withOwnIds = (service: string, item: PathItem, ids: Set<string>): PathItem =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => {
      const { operationId: id } = operation as { readonly operationId?: string };
      const own = id !== undefined && ids.has(id) ? `${service}_${id}` : id;
      if (own !== undefined) ids.add(own);
      return [method, own === id ? operation : { ...operation, operationId: own }];
    }),
  );

/**
 * One description of the whole platform: the gateway's own, and what services describe beside it. Each path stands once,
 * as who comes first describes it. A component of one name that means two things gets its service's name in front.
 */
export const mergedDescription = <Own extends Description>(own: Own, services: ReadonlyMap<string, Description>): Merged<Own> => {
  const paths = new Map<string, PathItem>(Object.entries(own.paths));
  const components = new Map(named(own.components));
  const tags = new Map((own.tags ?? []).map((tag) => [tag.name, tag]));
  const ids = new Set<string>();
  for (const item of paths.values()) withOwnIds('', item, ids);
  const clashes: Clash[] = [];
  for (const [service, description] of services) {
    const theirs = named(description.components);
    const renames = unequal(components, theirs);
    clashes.push(...[...renames].map((component) => ({ service, component })));
    for (const [name, value] of theirs) components.set(renames.has(name) ? renamed(service, name) : name, withNames(value, renames, service));
    for (const [path, item] of Object.entries(description.paths)) {
      const fresh = Object.fromEntries(Object.entries(withNames(item, renames, service)).filter(([method]) => !(method in (paths.get(path) ?? {}))));
      paths.set(path, { ...paths.get(path), ...withOwnIds(service, fresh, ids) });
    }
    for (const tag of description.tags ?? []) if (!tags.has(tag.name)) tags.set(tag.name, tag);
  }
  return { description: { ...own, paths: Object.fromEntries(paths), components: componentsOf(components), tags: [...tags.values()] }, clashes };
};
