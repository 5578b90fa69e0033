// The census as a part of docs/architecture.md.
const row = (...cells) => `| ${cells.join(' | ')} |`;
const percent = (share) => `${Math.floor(share * 100)} %`;

const sizesTable = (sizes) => [
  'Lines of a file, specs left out. The rules: a median of at most 60, and nine in ten files of at most 160.',
  '',
  row('project', 'files', 'median', 'longest', 'at most 160'),
  '| --- | --: | --: | --: | --: |',
  ...sizes.map(({ name, files, median, longest, where, short }) =>
    name === 'all' ? row('**all**', files, median, longest, percent(short)) : row(`\`${name}\``, files, median, `[${longest}](../${where})`, percent(short)),
  ),
];

const librariesTable = (ways) => [
  'What libraries offer, and to whom. The rules: a library has two users at least, and nothing in it has none.',
  '',
  row('library', 'public names', 'its users'),
  '| --- | --: | --- |',
  ...ways.map(({ specifier, names, projects }) => row(`\`${specifier}\``, names.length, projects.map((project) => project.replace(/^(apps|libs)\//, '')).join(', '))),
  '',
  '<details><summary>Every public name and its users</summary>',
  '',
  row('name', 'used by'),
  '| --- | --- |',
  ...ways.flatMap(({ specifier, names }) => names.map(({ name, users }) => row(`\`${name}\` of \`${specifier}\``, users.map((user) => user.replace(/^(apps|libs)\//, '')).join(', ')))),
  '',
  '</details>',
];

const portsTable = (ports) => [
  'What the platform is told from outside, and by what. The rule: two implementations at least.',
  '',
  row('port', 'implemented by'),
  '| --- | --- |',
  ...ports.map(({ name, path, implementations }) => row(`[\`${name}\`](../${path})`, implementations.join(', '))),
];

const dependenciesTable = (dependencies) => [
  'What is installed by name, and who needs it: who imports it, else what configures or calls it, else the package that asks for it.',
  '',
  '<details><summary>Every package</summary>',
  '',
  row('package', 'needed by'),
  '| --- | --- |',
  ...dependencies.map(({ name, users }) => row(`\`${name}\``, users.map((user) => user.replace(/^(apps|libs)\//, '')).join(', '))),
  '',
  '</details>',
];

const PART = /(<!-- census:[^>]*-->\n)[\s\S]*?(<!-- \/census -->)/;

/** `page` with the census as it is now. */
export const withCensus = (page, { sizes, ways, ports, dependencies }) => {
  const parts = [sizesTable(sizes), librariesTable(ways), portsTable(ports), dependenciesTable(dependencies)];
  return page.replace(PART, (_, begin, end) => `${begin}\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n\n${end}`);
};
