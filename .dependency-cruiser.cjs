// What may be imported inside a project, and what may be reached from it. Between projects: eslint.config.mjs, net 1.
const specs = '[.](spec|int-spec|e2e-spec|kafka-spec|cluster-spec|chart-spec|fault-spec|eventstoredb-spec|compose-spec)[.]ts$';
const pure = {
  path: '^apps/[^/]+/src/.*[^/.]+[.]ts$',
  pathNot: ['[.][a-z0-9-]+[.]ts$', '/main[.]ts$', '/testing/', '^apps/(console|portal)/'],
};
const suffixed = '^apps/.*[.](http|dto|guard|filter|consumer|publisher|projection|query|entity|migration|module|config|adapter|cli)[.]ts$';

module.exports = {
  forbidden: [
    {
      name: 'pure-stays-pure',
      comment: 'A file without a role suffix decides. Nothing that it reaches talks to the world.',
      severity: 'error',
      from: pure,
      to: { reachable: true, path: ['node_modules/', '^libs/(service-kit|messaging|read-models|local-postgres)/', suffixed] },
    },
    {
      name: 'pure-uses-no-node-core',
      comment: 'Files, sockets, randomness and the like belong in files with a role suffix.',
      severity: 'error',
      from: pure,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'slices-do-not-know-each-other',
      comment: 'What two slices need stands beside them, in the file of their noun.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/([^/]+)/([^/]+)/', pathNot: ['^apps/(console|portal)/', '/testing/'] },
      to: { path: '^apps/$1/src/$2/[^/]+/', pathNot: ['^apps/$1/src/$2/$3/', '/testing/'] },
    },
    {
      name: 'views-know-what-happened-only',
      comment: 'A view folds events: it knows their types, and neither decisions nor how they are asked for.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/views/' },
      to: { path: ['^apps/$1/src/[^/]+/[^/]+/', '/possible-verbs[.]ts$'], pathNot: '^apps/$1/src/views/' },
    },
    {
      name: 'contracts-and-core-are-plain',
      comment: 'What everybody builds on drags no framework in. Adapters stand behind entry points of their own.',
      severity: 'error',
      from: { path: '^libs/(contracts|event-sourcing|time)/', pathNot: ['/(eventstoredb|testing)([.]ts$|/)', specs] },
      to: { path: 'node_modules/(@nestjs/|typeorm/|kafkajs/|react(-dom)?/|@eventstore/)' },
    },
    {
      name: 'contracts-import-nothing',
      comment: 'A contract is a plain type that anybody can read, whatever they run.',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: specs },
      to: { pathNot: '^libs/contracts/src/' },
    },
    {
      name: 'standalone-composes-modules',
      comment: 'What composes services takes their modules and knows nothing else of them.',
      severity: 'error',
      from: { path: '^apps/(standalone|setup)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '[.]module[.]ts$'] },
    },
    {
      name: 'standalone-needs-no-broker',
      comment: 'One process needs nothing but npm: what is for a broker stands behind an entry point of its own.',
      severity: 'error',
      from: { path: '^apps/(standalone|cli)/', pathNot: [specs, '^apps/standalone/src/distributed/'] },
      to: { reachable: true, path: 'node_modules/(kafkajs|@eventstore)/' },
    },
    {
      name: 'telemetry-behind-one-door',
      comment: 'What is told of the work goes through the port of libs/tracing: one file knows to whom.',
      severity: 'error',
      from: { pathNot: '^libs/tracing/src/otlp[.]ts$' },
      to: { path: 'node_modules/@opentelemetry/' },
    },
    {
      name: 'telemetry-only-when-asked-for',
      comment: 'Who sends no traces loads nothing for it: that file is imported when it is needed.',
      severity: 'error',
      from: {},
      to: { path: '^libs/tracing/src/otlp[.]ts$', dynamic: false },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'What specs are written with has no place in what runs for customers.',
      severity: 'error',
      from: { pathNot: [specs, '/testing([.]ts$|/)', '/contract/', '^(apps|libs)/[^/]+/test/'] },
      to: { path: '^(apps|libs)/.*/testing([.]ts$|/)' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'A law cannot see through an import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules/' },
    exclude: { path: '^(apps|libs)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@onmaru/source', 'import', 'node', 'default', 'types'] },
  },
};
