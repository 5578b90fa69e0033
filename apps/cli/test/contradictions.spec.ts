import { readFileSync } from 'node:fs';
import { contradictionsPage } from './contradictions-page.js';
import { contradictionsIn } from './contradictions.js';
import { incidentsIn } from './log-rows.js';
import { LOGS, WHOLE_LOG } from './test-logs.js';

const PAGE = new URL('../../../docs/reference/servicenow-contradictions.md', import.meta.url);

describe('Where a log contradicts itself', () => {
  it.each(LOGS)('is never its priorities or its count of reopenings: %s', (_, path) => {
    const found = [...incidentsIn(path).values()].flatMap(contradictionsIn);
    expect(found.filter(({ kind }) => kind === 'priority' || kind === 'reopen_count' || kind === 'resolved_by is sys_updated_by')).toEqual([]);
    expect(found).not.toEqual([]);
  });

  if (WHOLE_LOG !== null) {
    const incidents = incidentsIn(WHOLE_LOG);
    it('is what the reference page lists', () => expect(readFileSync(PAGE, 'utf8')).toBe(contradictionsPage(incidents)));
  }
});
