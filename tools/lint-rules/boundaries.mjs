/** What a project of each type may import, by type (tags `type:*` in the package.json of a project). */
const MAY_IMPORT = {
  'type:service': ['type:contracts', 'type:core', 'type:kit'],
  'type:kit': ['type:kit', 'type:core'],
  'type:core': ['type:core'],
  'type:contracts': ['type:contracts'],
  'type:client': ['type:client'],
  'type:composition': ['type:composition', 'type:service', 'type:contracts', 'type:core', 'type:kit'],
  'type:cli': ['type:contracts', 'type:client', 'type:core', 'type:kit'],
  'type:web': ['type:contracts', 'type:client'],
  'type:e2e': ['type:contracts'],
  'type:tools': ['type:tools'],
  'type:bench': ['type:bench', 'type:core', 'type:kit'],
};

export const PROJECT_TYPES = Object.keys(MAY_IMPORT);

const only = (sourceTag, onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });

/** Options of @nx/enforce-module-boundaries. Every app is a scope of its own from the day its folder exists. */
export const boundaries = (apps) => ({
  enforceBuildableLibDependency: false,
  checkDynamicDependenciesExceptions: ['.*'],
  depConstraints: [
    ...Object.entries(MAY_IMPORT).map(([type, types]) => only(type, types)),
    only('scope:shared', ['scope:shared']),
    ...apps.map((app) => only(`scope:${app}`, ['standalone', 'setup'].includes(app) ? ['*'] : [`scope:${app}`, 'scope:shared'])),
  ],
});
