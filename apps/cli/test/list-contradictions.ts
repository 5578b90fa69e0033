// Prints where a log contradicts itself: node --import ./tools/ts.mjs apps/cli/test/list-contradictions.ts FILE [KIND]
import { contradictionsIn } from './contradictions.js';
import { incidentsIn } from './log-rows.js';

const [file = 'apps/cli/sample/incidents.csv', kind] = process.argv.slice(2);
const found = [...incidentsIn(file).values()].flatMap(contradictionsIn);
if (kind === undefined) {
  for (const [each, places] of Map.groupBy(found, (place) => place.kind)) {
    console.log(`${each}: ${places.length} places in ${new Set(places.map(({ number }) => number)).size} incidents`);
  }
} else {
  for (const { number, says } of found.filter((place) => place.kind === kind)) console.log(`${number}: ${says}`);
}
