// What the platform is told from outside, and by what. A port says so above its type: `@port`.
const PORT = /\/\*\*(?:(?!\*\/)[\s\S])*?@port\b[\s\S]*?\*\/\nexport (?:interface|type) (\w+)/g;

const shortened = (path) => path.replace(/^(apps|libs)\//, '').replace('/src/', '/');

/** Every port with what implements it: by name, or where a spec writes one out. */
export const ports = (all) => {
  const declared = all.flatMap(({ path, text }) => [...text.matchAll(PORT)].map(([, name]) => ({ name, path })));
  return declared.map(({ name, path }) => {
    const wider = all.flatMap(({ text }) => [...text.matchAll(new RegExp(`(?:type (\\w+) = ${name} &|interface (\\w+) extends [^{]*\\b${name}\\b)`, 'g'))].map(([, one, other]) => one ?? other));
    const type = [name, ...wider].join('|');
    const ways = [
      new RegExp(`export class (\\w+)[^{]*\\bimplements [^{]*\\b(?:${type})\\b`, 'g'),
      new RegExp(`export const (\\w+)(?: = (?:async )?\\((?:[^()]|\\([^()]*\\))*\\))?: (?:Promise<)?(?:${type})>? =`, 'g'),
    ];
    const forSpecs = ({ path: where, isSpec }) => isSpec || /\/(testing|contract)\//.test(where);
    const named = all.filter((source) => !forSpecs(source)).flatMap((source) => ways.flatMap((way) => [...source.text.matchAll(way)].map(([, found]) => `\`${found}\` (${shortened(source.path)})`)));
    const literal = new RegExp(`\\b${name[0].toLowerCase()}${name.slice(1)}: \\{|const \\w+: (?:${type}) =`);
    const written = all.filter((source) => forSpecs(source) && literal.test(source.text)).length;
    return { name, path, implementations: [...new Set(named), ...(written > 0 ? [`written out in ${written} ${written === 1 ? 'spec' : 'specs'}`] : [])] };
  });
};
