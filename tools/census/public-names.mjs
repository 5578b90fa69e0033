// What each library offers, and who takes it.
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { manifest } from './sources.mjs';

const parsed = ({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
const isExported = (node) => ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const declarationsIn = (file) =>
  file.statements.flatMap((node) => {
    if (!isExported(node)) return [];
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((one) => [one.name.text, one]);
    return node.name ? [[node.name.text, node]] : [];
  });

/** Names → declarations of all that a module exports, also what it passes on from its neighbours. */
const exportsOf = (files, path, seen = new Set()) => {
  const source = files.get(path);
  if (!source || seen.has(path)) return new Map();
  seen.add(path);
  const file = parsed(source);
  const found = new Map(declarationsIn(file));
  for (const node of file.statements.filter((one) => ts.isExportDeclaration(one) && one.moduleSpecifier)) {
    const from = exportsOf(files, join(dirname(path), node.moduleSpecifier.text).replace(/[.]js$/, '.ts'), node.exportClause ? new Set() : seen);
    if (!node.exportClause) for (const [name, declared] of from) found.set(name, declared);
    else for (const { name, propertyName } of node.exportClause.elements) found.set(name.text, from.get((propertyName ?? name).text));
  }
  return found;
};

/** The names that a declaration mentions where its users see it: everything but the bodies of functions. */
const mentioned = (declaration) => {
  const names = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, (child) => {
      const isBody = ts.isFunctionLike(node) && child === node.body;
      const isInitialiser = ts.isVariableDeclaration(node) && child === node.initializer && !ts.isFunctionLike(child);
      if (!isBody && !isInitialiser) visit(child);
    });
  };
  if (declaration) visit(declaration);
  return names;
};

const importsIn = (source) =>
  parsed(source).statements.flatMap((node) => {
    if (!(ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) || !node.moduleSpecifier) return [];
    const named = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
    return [{ from: node.moduleSpecifier.text, names: named?.elements?.map(({ name, propertyName }) => (propertyName ?? name).text) ?? [] }];
  });

/**
 * Every way into every library: its name, its users, and its public names with theirs. A type that stands in what users
 * see of a name that is taken, is used by that name.
 */
export const publicNames = (root, all) => {
  const files = new Map(all.map((source) => [source.path, source]));
  const imports = all.flatMap((source) => importsIn(source).map((one) => ({ ...one, project: source.project })));
  const libraries = [...new Set(all.map(({ project }) => project).filter((project) => project.startsWith('libs/')))];
  return libraries.flatMap((library) => {
    const { name, exports } = manifest(root, library);
    return Object.entries(exports).map(([way, target]) => {
      const specifier = `${name}${way.slice(1)}`;
      const declared = exportsOf(files, join(library, target['@onmaru/source']));
      const takers = imports.filter(({ from, project }) => from === specifier && project !== library);
      const users = new Map([...declared.keys()].map((one) => [one, new Set(takers.filter(({ names }) => names.includes(one)).map(({ project }) => project))]));
      const used = [...declared.keys()].filter((one) => users.get(one).size > 0);
      for (let next = used.shift(); next; next = used.shift()) {
        for (const other of mentioned(declared.get(next))) {
          if (other === next || !users.has(other) || users.get(other).size > 0) continue;
          users.get(other).add(`\`${next}\``);
          used.push(other);
        }
      }
      return { specifier, library, projects: [...new Set(takers.map(({ project }) => project))].sort(), names: [...users].map(([one, by]) => ({ name: one, users: [...by].sort() })) };
    });
  });
};
