// Every package that is installed by name, and who needs it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, projectOf } from './sources.mjs';

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'];

const imported = (name) => new RegExp(`(?:from|import|require|import\\()\\s*\\(?['"]${name.replaceAll('/', '\\/')}(?:\\/[^'"]*)?['"]`);

/** Files that name a package without importing it: configuration, and scripts that call it. */
const texts = (root) =>
  execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', '*.json', '*.mjs', '*.cjs', '*.ts', '*.tsx', '*.css', '.npmrc'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path && !path.endsWith('package-lock.json') && !/\/golden\//.test(path) && existsSync(join(root, path)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text: path.endsWith('package.json') ? JSON.stringify(JSON.parse(text).scripts ?? {}) : text };
    });

const peersOf = (root, names) =>
  names.flatMap((name) => {
    const path = join(root, 'node_modules', name, 'package.json');
    return existsSync(path) ? [[name, JSON.parse(readFileSync(path, 'utf8')).peerDependencies]] : [];
  });

/** Package → the projects that import it, or the files that name it, or the packages that ask for it. */
export const dependencies = (root, all) => {
  const own = manifest(root);
  const names = KINDS.flatMap((kind) => Object.keys(own[kind] ?? {}));
  const written = texts(root);
  const peers = peersOf(root, names);
  return names.map((name) => {
    const type = name.startsWith('@types/') ? name.slice('@types/'.length) : null;
    const projects = [...new Set(all.filter(({ text }) => imported(type ?? name).test(text)).map(({ project }) => project))].sort();
    const types = type !== null && written.some(({ path, text }) => /tsconfig/.test(path) && text.includes(`"${type}"`)) ? ['tsconfig.base.json'] : [];
    const naming = written.filter(({ text }) => new RegExp(`(^|[^\\w/-])${name.replaceAll('/', '\\/')}($|[^\\w-])`, 'm').test(text)).map(({ path }) => projectOf(path));
    const asking = peers.filter(([other, wanted]) => other !== name && name in (wanted ?? {})).map(([other]) => `\`${other}\``);
    const users = projects.length > 0 ? projects : naming.length + types.length > 0 ? [...new Set([...naming, ...types])] : asking;
    return { name, users };
  });
};
