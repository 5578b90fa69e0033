// npm run g -- slice cases snooze-case [--event CaseSnoozed]: writes what the hand-written slices have in common.
import { fileURLToPath } from 'node:url';
import { sliceNames } from './generate/slice-names.mjs';
import { writeSlice } from './generate/slice.mjs';

const USAGE = `Usage: npm run g -- slice cases NAME [--event EVENT]

  NAME    what is done, as an agent would say it: snooze-case
  EVENT   what has happened then: CaseSnoozed (made from NAME when it is not given)

Writes the rule, its spec, its route, its body and a golden event, and wires them.`;

const [kind, context, name, ...options] = process.argv.slice(2);
const event = options[0] === '--event' ? options[1] : undefined;

try {
  if (kind !== 'slice' || context !== 'cases' || name === undefined) throw new Error(USAGE);
  const { written, wired } = writeSlice(fileURLToPath(new URL('..', import.meta.url)), sliceNames(name, event));
  for (const file of written) console.log(`wrote  ${file}`);
  for (const file of wired) console.log(`wired  ${file}`);
  console.log(`Now say the rule: its spec first.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
