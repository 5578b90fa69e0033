// `npm run docs` writes every page that says what the code says.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { rulebook } from '../tools/rulebook.mjs';
import { census } from '../tools/census/census.mjs';
import { withCensus } from '../tools/census/page.mjs';
import { benchmarkPages } from '../bench/src/pages.ts';
import { faultPages } from '../faults/src/pages.ts';
import { may, permissionsOf } from '../libs/service-kit/src/permissions.ts';

const BY_HAND = 'Written from the code by `npm run docs`; do not edit it by hand.';

const EVENT_TYPES = `# Event types

What can stand in the log, by context and kind of stream. \`data\` of every event may also hold \`outsidePolicy\`: recorded history that policy would have refused, and the reason.
🔒 is personal: sealed with the key of the person in the subject's field, or of the stream itself where none is named, and null once they are erased.
${BY_HAND}
`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const sources = (named) =>
  readdirSync(join(root, 'apps'), { recursive: true })
    .map((path) => `apps/${path.replaceAll('\\', '/')}`)
    .filter((path) => /^apps\/[^/]+\/src\//.test(path) && named.test(path))
    .sort();

/** The source files in which a context declares what it stores. */
const declaring = () => sources(/^[^.]+\.ts$/).filter((path) => readFileSync(join(root, path), 'utf8').match(/(: |satisfies )EventTypes</) !== null);

const program = (paths) => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return ts.createProgram(paths.map((path) => join(root, path)), { ...options, noEmit: true, composite: false });
};

/** A union of literals is said out, other types by their name. */
const nameOf = (checker, type, file) => {
  const literals = type.isUnion() && type.types.every((part) => part.isLiteral()) ? type.types.map(({ value }) => JSON.stringify(value)).sort() : [];
  return literals.length > 0 ? literals.join(' | ').replaceAll('"', "'") : checker.typeToString(type, file, ts.TypeFormatFlags.NoTruncation);
};

/** The data of one event, from the union of events that its noun exports. */
const fieldsOf = (checker, file, name) => {
  const unions = checker.getExportsOfModule(checker.getSymbolAtLocation(file)).filter((symbol) => /Event$/.test(symbol.name)).map((symbol) => checker.getDeclaredTypeOfSymbol(symbol));
  const events = unions.flatMap((type) => (type.isUnion() ? type.types : [type]));
  const event = events.find((type) => checker.getTypeOfSymbol(type.getProperty('type')).value === name);
  return checker
    .getTypeOfSymbol(event.getProperty('data'))
    .getProperties()
    .filter((field) => field.name !== 'outsidePolicy')
    .map((field) => ({ name: field.name, type: nameOf(checker, checker.getTypeOfSymbol(field), file) }));
};

const row = ({ context, types }, type, fields) => {
  const { version, personal = [], subject } = types[type];
  const texts = fields.map(({ name, type }) => `${personal.includes(name) ? '🔒 ' : ''}\`${name}: ${type.replaceAll('|', '\\|')}\``);
  const whose = personal.length > 0 ? subject ? `\`${subject}\`` : 'the stream' : '';
  return `| \`${context}.${type}.v${version}\` | ${texts.join('<br>') || '–'} | ${whose} |`;
};

const eventTypes = async () => {
  const paths = declaring();
  const built = program(paths);
  const sections = [];
  for (const path of paths) {
    const found = Object.values(await import(pathToFileURL(join(root, path)).href)).filter((value) => typeof value === 'object' && value?.context && value.types);
    const file = built.getSourceFile(join(root, path));
    const rows = found.flatMap((types) => Object.keys(types.types).map((type) => row(types, type, fieldsOf(built.getTypeChecker(), file, type))));
    sections.push(`## ${found[0].context}: ${path.split('/').at(-2)}\n\n[${path}](../../${path})\n\n| type | data | whose |\n| --- | --- | --- |\n${rows.join('\n')}`);
  }
  return `${[EVENT_TYPES, ...sections].join('\n')}\n`.replaceAll('\n## ', '\n\n## ').replace(/\n{3,}/g, '\n\n');
};

const ROLES = ['customer', 'agent', 'supervisor', 'analyst', 'admin'];

const ROLES_AND_PERMISSIONS = `# Roles and permissions

A route names the permission it needs; a role has permissions. A member of staff and an API key have one role each; a customer sees and touches their own cases alone, without what is between colleagues. \`admin\` has everything, within its tenant. \`GET /me\` lists what its caller has; \`case:*\` there is everything that can be done to one case.
What concerns every tenant (\`tenant:…\`) asks for a caller of the tenant \`platform\`: those who run Onmaru, with the key in the data folder or a sign-in of their own. They may act in a tenant by naming it in \`Onmaru-Tenant\`.
${BY_HAND}
`;

/** Every permission that a route asks for. */
const asked = () => sources(/\.http\.ts$/).flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/@Requires\('([^']+)'\)/g)].map(([, permission]) => permission));

const roles = () => {
  const all = [...new Set([...ROLES.flatMap(permissionsOf), ...asked()])].filter((permission) => !/^tenant:|:[*]$/.test(permission)).sort();
  const rows = all.map((permission) => `| \`${permission}\` | ${ROLES.map((role) => (may(role, permission) ? '✓' : '')).join(' | ')} |`);
  return `${ROLES_AND_PERMISSIONS}\n| permission | ${ROLES.join(' | ')} |\n| --- |${' :-: |'.repeat(ROLES.length)}\n${rows.join('\n')}\n`;
};

/** Path → the page as it should be now. */
export const pages = async () => ({
  'docs/architecture.md': withCensus(readFileSync(join(root, 'docs/architecture.md'), 'utf8'), census(root)),
  'docs/rulebook.md': rulebook(root),
  'docs/reference/event-types.md': await eventTypes(),
  'docs/reference/roles-and-permissions.md': roles(),
  ...benchmarkPages(),
  ...faultPages(),
});

/** What is found out by asking a running part of the platform, by the spec that does so and what it writes. */
const ASKED = [
  ['apps/standalone', 'access-matrix', 'docs/reference/access-matrix.md'],
  ...['identity', 'cases', 'routing'].map((app) => [`apps/${app}`, 'src/views', `apps/${app}/src/golden-views.json`]),
];

const ask = (app, spec) => {
  const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), spec], {
    cwd: join(root, app),
    env: { ...process.env, ONMARU_WRITE_DOCS: 'on' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await pages())) {
    writeFileSync(join(root, path), text);
    console.log(`${path} is written.`);
  }
  for (const [app, spec, path] of ASKED) {
    if (ask(app, spec)) console.log(`${path} is written.`);
    else process.exitCode = 1;
  }
}
