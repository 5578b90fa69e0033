// docs/rulebook.md: what the platform promises, in the titles of the specs that hold it to it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';

const HEAD = `# Rulebook

Every rule of the platform, by context and folder. Each line is the title of a test that fails when the rule is broken.
Written by \`npm run docs\` from the specs; do not edit it by hand.
`;

const titleOf = (node) => {
  if (node && ts.isStringLiteralLike(node)) return node.text.replace(/%[sdifjop#]|\$\w+(?:[.]\w+)*/g, '…');
  if (node && ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
  return undefined;
};

/** `describe`, `describe.each(table)` and the like → the plain name. */
const nameOf = (callee) => {
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee) || ts.isTaggedTemplateExpression(callee)) return nameOf(callee.expression ?? callee.tag);
  return undefined;
};

/** The titles in a spec, as a tree of `{ title, inside }`; a test has no `inside`. */
export const titles = (source) => {
  const visit = (node, found) => {
    if (ts.isCallExpression(node)) {
      const name = nameOf(node.expression);
      const title = titleOf(node.arguments[0]);
      if (title !== undefined && (name === 'it' || name === 'test')) return void found.push({ title });
      if (title !== undefined && name === 'describe') {
        const inside = [];
        ts.forEachChild(node, (child) => visit(child, inside));
        return void found.push({ title, inside });
      }
    }
    ts.forEachChild(node, (child) => visit(child, found));
  };
  const found = [];
  visit(ts.createSourceFile('spec.ts', source, ts.ScriptTarget.Latest, true), found);
  return found;
};

const lines = (entries, depth = 0) =>
  entries.flatMap(({ title, inside }) => [`${'  '.repeat(depth)}- ${title}`, ...(inside ? lines(inside, depth + 1) : [])]);

const section = (path, entries) =>
  entries.map(({ title, inside }) => (inside ? `**[${title}](../${path})**\n\n${lines(inside).join('\n')}` : `- [${title}](../${path})`)).join('\n\n');

const specsOf = (root, app) =>
  readdirSync(join(root, 'apps', app, 'src'), { recursive: true })
    .map((path) => `apps/${app}/src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.spec.ts'))
    .sort();

export const rulebook = (root) => {
  const apps = readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'src'))).sort();
  const contexts = apps.flatMap((app) => {
    const byFolder = Map.groupBy(specsOf(root, app), (path) => dirname(path).slice(`apps/${app}/src/`.length) || basename(app));
    const folders = [...byFolder].flatMap(([folder, paths]) => {
      const rules = paths.map((path) => section(path, titles(readFileSync(join(root, path), 'utf8')))).filter((text) => text !== '');
      return rules.length === 0 ? [] : [`### ${folder}\n\n${rules.join('\n\n')}`];
    });
    return folders.length === 0 ? [] : [`## ${app}\n\n${folders.join('\n\n')}`];
  });
  return `${[HEAD, ...contexts].join('\n')}\n`.replace(/\n+$/, '\n');
};

const FILE = 'docs/rulebook.md';

export const rulebookCheck = (root) => {
  const ok = existsSync(join(root, FILE)) && readFileSync(join(root, FILE), 'utf8') === rulebook(root);
  return { check: 'rulebook', ok, output: ok ? '' : `${FILE} does not say what the specs say: run \`npm run docs\`.` };
};
