// npm run g -- slice|view cases NAME …: writes what the hand-written ones have in common.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeSlice } from './generate/slice.mjs';
import { writeView } from './generate/view.mjs';

const USAGE = `Usage: npm run g -- slice cases NAME [FIELD:KIND …] [--event EVENT] [--no-door]
       npm run g -- view cases NAME [--route ROUTE]

  slice   something that can be done to a case: its rule, spec, route, body and golden event, wired
    NAME        what is done, as an agent would say it: snooze-case
    FIELD:KIND  what is said with it: until:moment. Kinds: text (many lines, sealed as a customer's words), line, moment
    EVENT       what has happened then: CaseSnoozed (made from NAME when it is not given), also one that is there already
    --no-door   for what no person asks for, but a process does: the rule and its spec alone

  view    something that can be asked: its fold, spec, table, migration, query and route, wired, live and rebuildable
    NAME        what is asked: cases-on-hold
    ROUTE       where it is answered below /api/v1: NAME unless it is said`;

const NEXT = {
  slice: `Now say the rule: its spec first. Then
  npm test -w apps/cases -- NAME      its spec
  npm run docs                        the pages that are made from the code
An event that is new is kept among cases (apps/cases/src/case/case.ts): write told where others must hear of it, and
apps/cases/src/publishing will not compile until it says what they hear. docs/how-to/add-a-slice.md goes on from here.`,
  view: `Now say what a row is: the spec of the fold first. Then
  npm test -w apps/cases -- NAME views   its spec, and the table against the fold
  npm run docs                        the pages that are made from the code
docs/how-to/add-a-view.md goes on from here.`,
};

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, allowNegative: true, options: { event: { type: 'string' }, door: { type: 'boolean', default: true }, route: { type: 'string' } } });
  const [kind, context, name, ...fields] = positionals;
  if (!(kind in NEXT) || context !== 'cases' || name === undefined) throw new Error(USAGE);
  const { written, wired } = kind === 'slice' ? writeSlice(root, name, { ...values, fields }) : writeView(root, name, values);
  for (const file of written) console.log(`wrote  ${file}`);
  for (const file of wired) console.log(`wired  ${file}`);
  console.log(`\n${NEXT[kind].replaceAll('NAME', name)}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
