// Writes where a log contradicts itself: node --import ./tools/ts.mjs apps/cli/test/list-contradictions.ts FILE > PAGE
import { contradictionsPage } from './contradictions-page.js';
import { incidentsIn } from './log-rows.js';

process.stdout.write(contradictionsPage(incidentsIn(process.argv[2] ?? 'apps/cli/sample/incidents.csv')));
