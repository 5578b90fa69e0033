import { after, before, imported } from './place.mjs';
import { viewFiles } from './view-files.mjs';
import { write } from './write.mjs';

const WIRING = {
  'apps/cases/src/cases.module.ts': [
    imported(({ name, Name, moment }) => `import { Create${Name}${moment} } from './migrations/${moment}-${name}.migration.js';\n`),
    imported(({ name, Name }) => `import { ${Name}Http } from './views/${name}/${name}.http.js';\n`),
    imported(({ name, method }) => `import { ${method}View } from './views/${name}/${name}.projection.js';\n`),
    imported(({ name, Name }) => `import { ${Name}Query } from './views/${name}/${name}.query.js';\n`),
    after(/\n {2}views: \[[^\]]*/, ({ method }) => `, ${method}View`),
    after(/\n {2}migrations: \[[^\]]*/, ({ Name, moment }) => `, Create${Name}${moment}`),
    before(/ {6}\],\n {4}\};\n {2}\}\n\}/, ({ Name }) => `        ...provided(new ${Name}Query(pool)),\n`),
    after(/const CONTROLLERS = \[\n/, ({ Name }) => `  ${Name}Http,\n`),
  ],
};

/** Writes the view `name`, which is answered at `route` and was first made at `moment` (milliseconds). */
export const writeView = (root, name, { route = name, moment = Date.now() } = {}) => {
  if (!/^[a-z]+(-[a-z]+)+$/.test(name ?? '')) throw new Error(`"${name}" is not a name such as cases-on-hold: what is asked, in lower case`);
  const words = name.split('-');
  const Name = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  const title = [words[0][0].toUpperCase() + words[0].slice(1), ...words.slice(1)].join(' ');
  const names = { name, Name, method: Name[0].toLowerCase() + Name.slice(1), table: `${words.join('_')}_1`, title, route, moment };
  return write(root, viewFiles(names), WIRING, names);
};
