/** Everything that a slice is called, from what is done (`snooze-case`) and what has happened then (`CaseSnoozed`). */
export const sliceNames = (name, event) => {
  if (!/^[a-z]+(-[a-z]+)+$/.test(name ?? '')) throw new Error(`"${name}" is not a name such as snooze-case: a verb and what it is done to, in lower case`);
  const words = name.split('-');
  const [verb] = words;
  const command = words.map(capital).join('');
  const happened = event ?? `${words.slice(1).map(capital).join('')}${capital(past(verb))}`;
  if (!/^([A-Z][a-z]+){2,}$/.test(happened)) throw new Error(`"${happened}" is not an event such as CaseSnoozed: a noun and what happened to it`);
  return {
    name,
    verb: name.replace(/-case$/, ''),
    method: camel(words),
    command,
    event: happened,
    fact: camel([/[A-Z][a-z]+$/.exec(happened)[0].toLowerCase()]),
    golden: happened.replaceAll(/(?<!^)(?=[A-Z])/g, '-').toLowerCase(),
    title: `${capital(verb)} a ${words.slice(1).join(' ')}`,
  };
};

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const camel = ([first, ...rest]) => [first, ...rest.map(capital)].join('');
const past = (verb) => (verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`);
