/** Puts a line before (or after) the one that matches. A file that has none has changed its shape: better an error than a guess. */
const place = (where, anchor, line) => (text, names, path) => {
  const found = anchor.exec(text);
  if (!found) throw new Error(`${path} no longer has the place ${anchor} where a slice is wired: mend tools/generate/slice-wiring.mjs. Nothing was written.`);
  const at = where === 'before' ? found.index : found.index + found[0].length;
  return text.slice(0, at) + line(names) + text.slice(at);
};

const before = (anchor, line) => place('before', anchor, line);
const after = (anchor, line) => place('after', anchor, line);

/** Where a new slice has to be known, file by file. */
export const WIRING = {
  'apps/cases/src/case/case-events.ts': [
    before(/\nexport type CaseEvent =\n/, ({ event }) => `export type ${event} = Event<'${event}', OfCustomer & { readonly reason: string | null }>;\n`),
    after(/\nexport type CaseEvent =\n/, ({ event }) => `  | ${event}\n`),
    after(/\n {2}context: 'cases',\n {2}types: \{\n/, ({ event }) => `    ${event}: ofCustomer('reason'),\n`),
  ],
  'apps/cases/src/case/case.ts': [before(/ {4}case 'ReplySentToCustomer':\n/, ({ event }) => `    case '${event}':\n`)],
  'apps/cases/src/case/decider.ts': [
    before(/\nexport type CaseCommand =\n/, ({ name, method, command }) => `import { ${method}, type ${command} } from './${name}/${name}.js';\n`),
    after(/\nexport type CaseCommand =\n/, ({ command }) => `  | ${command}\n`),
    after(/ {2}switch \(command\.type\) \{\n/, ({ method, command }) => `    case '${command}':\n      return ${method}(command, current);\n`),
  ],
  'apps/cases/src/case/possible-verbs.ts': [
    before(/\] as const;\nexport type Verb/, ({ verb }) => `  '${verb}',\n`),
    after(/ {2}switch \(verb\) \{\n/, ({ verb, command }) => `    case '${verb}':\n      return { type: '${command}', at, data: { reason: OTHER } };\n`),
  ],
  'apps/cases/src/case-details/case-details.ts': [before(/ {4}case 'NoteAdded':\n/, ({ event }) => `    case '${event}':\n`)],
  'apps/cases/src/publishing/case-events.ts': [before(/ {4}case 'NoteAdded':\n/, ({ event }) => `    case '${event}':\n`)],
  'apps/cases/src/cases.module.ts': [
    before(/import \{ StartWorkHttp \}/, ({ name, command }) => `import { ${command}Http } from './case/${name}/${name}.http.js';\n`),
    after(/const CONTROLLERS = \[\n/, ({ command }) => `  ${command}Http,\n`),
  ],
  'libs/service-kit/src/permissions.ts': [after(/const AGENT = \[\n {2}\.\.\.READER,\n/, ({ verb }) => `  'case:${verb}',\n`)],
};
