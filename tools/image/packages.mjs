// Which installed packages belong to those that are imported, by what package-lock.json says of each.

/** Where a package that is asked for by the one at `from` lies: beside it, or further up. */
const found = (packages, from, name) => {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
};

/**
 * The folders of these packages and of all that they need, without those that lie inside another of them. A package that
 * another can do without belongs to it where it is installed for this machine, or, being its peer, where we name it ourselves.
 * @param {{ packages: Record<string, any> }} lock
 * @param {readonly string[]} names
 * @param {(path: string) => boolean} isInstalled
 */
export const packagesOf = ({ packages }, names, isInstalled) => {
  const ours = packages[''].dependencies ?? {};
  const paths = new Set();
  const add = (from, name, isNeeded) => {
    const path = found(packages, from, name);
    if (path !== undefined && isInstalled(path)) paths.add(path);
    else if (isNeeded) throw new Error(`${name}, which ${from || 'the code'} needs, is not installed.`);
  };
  for (const name of names) add('', name, true);
  for (const path of paths) {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[path];
    for (const name of Object.keys(dependencies)) add(path, name, true);
    for (const name of Object.keys(optionalDependencies)) add(path, name, false);
    for (const name of Object.keys(peerDependencies)) if (!peerDependenciesMeta[name]?.optional || name in ours) add(path, name, !peerDependenciesMeta[name]?.optional);
  }
  return [...paths].filter((path) => ![...paths].some((other) => path.startsWith(`${other}/`))).sort();
};
