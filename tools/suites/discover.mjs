import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.nx', '.onmaru', '.runs', 'coverage']);

/** Every file below a folder of the workspace, as sorted paths from its root. What is built is left out. */
export const filesIn = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesIn(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();

const SPEC = /\.(?:int-)?spec\.[cm]?[jt]sx?$/;
const BROWSER_SPEC = /\.e2e-spec\.[cm]?[jt]sx?$/;
const KAFKA_SPEC = /\.kafka-spec\.[cm]?[jt]sx?$/;
const CLUSTER_SPEC = /\.cluster-spec\.[cm]?[jt]sx?$/;
const CHART_SPEC = /\.chart-spec\.[cm]?[jt]sx?$/;
const FAULT_SPEC = /\.fault-spec\.[cm]?[jt]sx?$/;
const EVENTSTOREDB_SPEC = /\.eventstoredb-spec\.[cm]?[jt]sx?$/;
const COMPOSE_SPEC = /\.compose-spec\.[cm]?[jt]sx?$/;
const LEVELS = [SPEC, BROWSER_SPEC, KAFKA_SPEC, CLUSTER_SPEC, CHART_SPEC, FAULT_SPEC, EVENTSTOREDB_SPEC, COMPOSE_SPEC];

/**
 * The folders of the workspace's projects, as the root's package.json lists them.
 * @returns {string[]}
 */
export const projectFolders = (root) =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    .workspaces.flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -'/*'.length);
      return existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [];
    })
    .filter((folder) => existsSync(join(root, folder, 'package.json')));

/** The workspace's projects → `{ name, folder, type, files, specs, browserSpecs, kafkaSpecs, clusterSpecs, chartSpecs, faultSpecs, eventStoreDbSpecs, composeSpecs }`, by folder. */
export const projectsOf = (root) =>
  projectFolders(root).map((folder) => {
    const { name, nx } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = filesIn(root, folder);
    return {
      name,
      folder,
      type: nx?.tags?.find((tag) => tag.startsWith('type:')) ?? 'type:unknown',
      files,
      specs: files.filter((path) => SPEC.test(path)),
      browserSpecs: files.filter((path) => BROWSER_SPEC.test(path)),
      kafkaSpecs: files.filter((path) => KAFKA_SPEC.test(path)),
      clusterSpecs: files.filter((path) => CLUSTER_SPEC.test(path)),
      chartSpecs: files.filter((path) => CHART_SPEC.test(path)),
      faultSpecs: files.filter((path) => FAULT_SPEC.test(path)),
      eventStoreDbSpecs: files.filter((path) => EVENTSTOREDB_SPEC.test(path)),
      composeSpecs: files.filter((path) => COMPOSE_SPEC.test(path)),
    };
  });

/** Specs that stand in no project, so that nothing would ever run them. */
export const straySpecs = (root, projects) => {
  const known = new Set(projects.flatMap(({ files }) => files));
  return filesIn(root, '.')
    .map((path) => path.slice('./'.length))
    .filter((path) => LEVELS.some((level) => level.test(path)) && !known.has(path));
};
