/** Puts a line before (or after) the place that matches. A file that has none has changed its shape: better an error than a guess. */
const place = (where, anchor, line) => (text, names, path) => {
  const found = anchor.exec(text);
  if (!found) throw new Error(`${path} no longer has the place ${anchor} that is written to: mend tools/generate. Nothing was written.`);
  const at = where === 'before' ? found.index : found.index + found[0].length;
  return text.slice(0, at) + line(names) + text.slice(at);
};

export const before = (anchor, line) => place('before', anchor, line);
export const after = (anchor, line) => place('after', anchor, line);

/** Puts an import among those of its kind, in the order of their paths. */
export const imported = (line) => (text, names) => {
  const added = line(names);
  const pathOf = (one) => /'([^']+)'/.exec(one)[1];
  const there = [...text.matchAll(/^import (?:type )?\{[^}]*\} from '\.[^']*';\n/gm)];
  const next = there.find(([one]) => pathOf(one) > pathOf(added));
  const last = there.at(-1);
  const at = next ? next.index : last.index + last[0].length;
  return text.slice(0, at) + added + text.slice(at);
};
