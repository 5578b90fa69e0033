import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import checkFile from 'eslint-plugin-check-file';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/lint-rules/boundaries.mjs';
import { onmaru } from './tools/lint-rules/index.mjs';

const SOURCES = ['{apps,libs}/*/{src,test}/**/*.{ts,tsx}', '{tools,docs,bench,faults}/**/*.ts'];
const TESTS = ['**/*.{spec,int-spec,e2e-spec,kafka-spec,cluster-spec,chart-spec,fault-spec,eventstoredb-spec,compose-spec}.ts', '**/{testing,contract}/**/*.ts', '**/testing.ts', '{apps,libs}/*/test/**/*.ts'];
// Files without a role suffix decide; they touch nothing. In libs they are listed by name.
const PURE = ['apps/*/src/**/*.ts', 'libs/contracts/src/**/*.ts', 'libs/time/src/index.ts', 'libs/playback/src/**/*.ts', 'libs/event-sourcing/src/{aggregate,decision,event,event-types,recorded}.ts'];
const NOT_PURE = ['apps/*/src/**/*.*.ts', '**/*.{spec,int-spec,e2e-spec,kafka-spec,cluster-spec,chart-spec,fault-spec,eventstoredb-spec,compose-spec}.ts', '**/main.ts', 'apps/{console,portal}/**', 'apps/*/src/**/testing/**', 'libs/playback/src/player.ts'];

const ROLES = 'http|dto|guard|filter|consumer|publisher|projection|query|entity|migration|module|config|adapter|cli';
const KEBAB = '+([a-z0-9])*(-+([a-z0-9]))';
const LEVEL = '?(.@(spec|int-spec|e2e-spec|kafka-spec|cluster-spec|chart-spec|fault-spec|eventstoredb-spec|compose-spec))';

const apps = readdirSync(new URL('apps', import.meta.url));

// Flat config replaces the options of a rule, it never merges them: hence the lists.
const say = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));
const suite = '/^(?:describe|it|test)$/';
const everywhere = [
  ...say(
    'No test is left out and none runs alone.',
    `MemberExpression[object.name=${suite}]:matches([property.name=/^(?:only|skip|todo|failing)$/], [property.value=/^(?:only|skip|todo|failing)$/])`,
    'CallExpression[callee.name=/^(?:fit|fdescribe|xit|xtest|xdescribe)$/]',
  ),
  ...say(
    'An error that nobody hears of: handle it, or let it pass.',
    'CatchClause > BlockStatement[body.length=0]',
    'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > BlockStatement[body.length=0]',
    'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > :matches(Identifier[name="undefined"], Literal[raw="null"]).body',
  ),
  ...say('More than five things to construct with: this holds two behaviours.', 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]'),
];
const environment = say('The environment is read once, in a .config.ts file.', 'MemberExpression[object.name="process"]:matches([property.name="env"], [property.value="env"])');
const impure = [
  ...say(
    'A rule is told the time: it comes in with the command.',
    'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name="Temporal"][property.name="Now"]',
  ),
  ...say('A rule leaves nothing to chance: ids and dice come in with the command.', 'MemberExpression[object.name="Math"]:matches([property.name="random"], [property.value="random"])'),
  ...say(
    'A rule is synchronous: what it needs to know comes in with the command.',
    ':function[async=true]',
    'AwaitExpression',
    'ImportExpression',
    'NewExpression[callee.name="Promise"]',
    'MemberExpression[object.name="Promise"]',
  ),
  ...say('A rule belongs to no framework: decorators stand in files with a role suffix.', 'Decorator'),
  ...say('A rule remembers nothing between two calls.', 'Program > VariableDeclaration[kind="let"]', 'Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]'),
];
const outside = ['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console', 'crypto', 'performance', 'globalThis', 'require'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.onmaru/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: Object.fromEntries(['process', 'console', 'URL', 'Buffer', 'module', 'require', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'AbortController', 'AbortSignal'].map((name) => [name, 'readonly'])) },
  },
  {
    files: SOURCES,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allow: [{ from: 'lib', name: ['Error', 'URL', 'URLSearchParams'] }] }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 200 }],
    },
  },
  { plugins: { '@nx': nx, 'check-file': checkFile, onmaru }, rules: { 'onmaru/names': 'error', 'no-restricted-syntax': ['error', ...everywhere] } },
  { files: SOURCES, rules: { '@nx/enforce-module-boundaries': ['error', boundaries(apps)] } },
  { files: ['{apps,libs}/*/{src,test}/**/*.ts'], rules: { 'onmaru/route-access': 'error' } },
  {
    files: ['{apps,libs}/*/{src,test}/**/*', 'tools/**/*'],
    rules: {
      'check-file/folder-naming-convention': ['error', { '{apps,libs}/*/{src,test}/**/': 'KEBAB_CASE', 'tools/**/': 'KEBAB_CASE' }],
      'check-file/filename-naming-convention': [
        'error',
        {
          '{apps,libs}/*/{src,test}/**/*.ts': `${KEBAB}?(.@(${ROLES}|v+([0-9])|d))${LEVEL}`,
          '{apps,libs}/*/{src,test}/**/*.tsx': KEBAB,
          'tools/**/*.{ts,mjs}': `${KEBAB}${LEVEL}?(.config)`,
        },
      ],
    },
  },
  { files: ['apps/*/src/**/*.ts'], ignores: ['**/*.config.ts', '**/main.ts', ...TESTS], rules: { 'no-restricted-syntax': ['error', ...everywhere, ...environment] } },
  { files: PURE, ignores: NOT_PURE, rules: { 'no-restricted-syntax': ['error', ...everywhere, ...environment, ...impure], 'no-restricted-globals': ['error', ...outside] } },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
