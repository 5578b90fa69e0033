// The project counted: sizes, what libraries offer, ports, dependencies; and what of it breaks the rules of the house.
import { dependencies } from './dependencies.mjs';
import { ports } from './ports.mjs';
import { publicNames } from './public-names.mjs';
import { sources } from './sources.mjs';

const MEDIAN = 60;
const LONG = 160;
const SHORT_SHARE = 0.9;

const sized = (name, files) => {
  const sorted = [...files].sort((one, other) => one.lines - other.lines);
  const longest = sorted.at(-1);
  return { name, files: sorted.length, median: sorted[sorted.length >> 1].lines, longest: longest.lines, where: longest.path, short: sorted.filter(({ lines }) => lines <= LONG).length / sorted.length };
};

/** Projects with their files (specs left out), and all of apps and libs together, last. */
export const sizes = (all) => {
  const counted = all.filter(({ isSpec, project, path }) => !isSpec && /^(apps|libs)\//.test(project) && !path.endsWith('/jest.config.mjs'));
  return [...[...Map.groupBy(counted, ({ project }) => project)].map(([name, files]) => sized(name, files)), sized('all', counted)];
};

/** Rules, in slices and processes, that no spec stands beside. */
export const unspecified = (all) => {
  const there = new Set(all.map(({ path }) => path));
  return all.map(({ path }) => path).filter((path) => /^apps\/(?!console|portal|cli|e2e)[^/]+\/src\/[^/]+\/([^/]+)\/\1[.]ts$/.test(path) && !there.has(path.replace(/ts$/, 'spec.ts')));
};

/** A sentence for everything that breaks the rules of the house. */
export const troubles = ({ sizes: measured, ways, ports: found, dependencies: packages, unspecified: bare }) => {
  const all = measured.at(-1);
  const byLibrary = [...Map.groupBy(ways, ({ library }) => library)];
  return [
    ...(all.median > MEDIAN ? [`The median of a file is ${all.median} lines, more than ${MEDIAN}`] : []),
    ...(all.short < SHORT_SHARE ? [`${Math.round(all.short * 100)} % of the files have at most ${LONG} lines, less than ${SHORT_SHARE * 100} %`] : []),
    ...byLibrary.filter(([, own]) => new Set(own.flatMap(({ projects }) => projects)).size < 2).map(([library]) => `${library} has fewer than two users`),
    ...ways.filter(({ projects }) => projects.length === 0).map(({ specifier }) => `Nobody comes in by ${specifier}`),
    ...ways.flatMap(({ specifier, names }) => names.filter(({ users }) => users.length === 0).map(({ name }) => `${specifier} offers ${name}, which nobody takes`)),
    ...found.filter(({ implementations }) => implementations.length < 2).map(({ name }) => `The port ${name} has fewer than two implementations`),
    ...packages.filter(({ users }) => users.length === 0).map(({ name }) => `${name} is installed, and nobody needs it`),
    ...bare.map((path) => `${path} has no spec beside it`),
  ];
};

/** Everything that is counted of the checkout at `root`. */
export const census = (root) => {
  const all = sources(root);
  return { sizes: sizes(all), ways: publicNames(root, all), ports: ports(all), dependencies: dependencies(root, all), unspecified: unspecified(all) };
};
