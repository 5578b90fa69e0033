import { after, before, imported } from './place.mjs';

const isSealed = ({ fields }) => fields.some(({ personal }) => personal);
const personalOf = ({ fields }) => fields.filter(({ personal }) => personal).map(({ name }) => `'${name}'`).join(', ');

const dataOf = (names) => {
  const own = names.fields.map(({ name, happened }) => `readonly ${name}: ${happened}`).join('; ');
  const said = own === '' ? 'object' : `{ ${own} }`;
  return isSealed(names) ? `OfCustomer & ${said}` : said;
};

const example = ({ fields }) => (fields.length > 0 ? `{ ${fields.map(({ name, other }) => `${name}: ${other}`).join(', ')} }` : '{}');

const EVENT = {
  'apps/cases/src/case/case.ts': [
    before(/;\n\nexport type Happened</, (names) => `\n  | Event<'${names.event}', ${dataOf(names)}>`),
    before(/ {2}\},\n\} as const satisfies EventTypes<CaseEvent>;/, (names) => `    ${names.event}: ${isSealed(names) ? `words(${personalOf(names)})` : 'kept'},\n`),
    before(/ {4}case 'ReplySentToCustomer':\n/, ({ event }) => `    case '${event}':\n`),
  ],
};

const DOOR = {
  'apps/cases/src/case/possible-verbs.ts': [
    imported(({ name, method }) => `import { ${method} } from './${name}/${name}.js';\n`),
    before(/\} satisfies Readonly<Record<string, Example>>;/, (names) => `  ${names.verb.includes('-') ? `'${names.verb}'` : names.verb}: (current, at) => ${names.method}({ at, data: ${example(names)} }, current),\n`),
  ],
  'apps/cases/src/cases.module.ts': [
    imported(({ name, command }) => `import { ${command}Http } from './case/${name}/${name}.http.js';\n`),
    after(/const CONTROLLERS = \[\n(?: {2}.*\n)*/, ({ command }) => `  ${command}Http,\n`),
  ],
};

/** Where a new slice has to be known, file by file. */
export const sliceWiring = ({ isNew, door }) => ({ ...(isNew && EVENT), ...(door && DOOR) });
