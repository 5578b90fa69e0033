import { readFileSync } from 'node:fs';
import { contradictionsPage } from './contradictions-page.js';
import { contradictionsIn } from './contradictions.js';
import { incidentsIn } from './log-rows.js';
import { LOGS, SAMPLE, WHOLE_LOG } from './test-logs.js';

const PAGE = new URL('../../../docs/reference/servicenow-contradictions.md', import.meta.url);

const NEVER = ['priority', 'reopen_count', 'resolved_by is sys_updated_by'];

describe('Where a log contradicts itself', () => {
  it.each(LOGS)('is never its priorities or its count of reopenings: %s', (_, path) => {
    const found = [...incidentsIn(path).values()].flatMap(contradictionsIn);
    expect(found.filter(({ kind }) => NEVER.includes(kind))).toEqual([]);
    expect(found).not.toEqual([]);
  });

  it('is told of these too, where they are planted', () => {
    const resolved = [...incidentsIn(SAMPLE).values()].find((rows) => rows.some((row) => row.incident_state === 'Resolved')) ?? [];
    const planted = resolved.map((row) => ({ ...row, priority: '9', reopen_count: '9', resolved_by: row.sys_updated_by as string }));
    expect(contradictionsIn(planted).map(({ kind }) => kind)).toEqual(expect.arrayContaining(NEVER));
  });

  if (WHOLE_LOG !== null) {
    const incidents = incidentsIn(WHOLE_LOG);
    it('is what the reference page lists', () => expect(readFileSync(PAGE, 'utf8')).toBe(contradictionsPage(incidents)));
  }
});
