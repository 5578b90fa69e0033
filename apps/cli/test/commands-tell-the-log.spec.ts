import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { CaseCommand } from '../src/servicenow/acts.js';
import { layoutOf, type Layout } from '../src/servicenow/columns.js';
import { interpreter, type RowReading } from '../src/servicenow/interpreter.js';
import { wallClockIn } from '../src/servicenow/local-time.js';
import { foldCommands } from './fold-commands.js';
import { incidentsIn } from './log-rows.js';
import { reckon } from './reckoning.js';
import { LOGS } from './test-logs.js';

const readingsOf = (path: string): readonly RowReading[] => {
  const bytes = readFileSync(path);
  const [header = '', ...lines] = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
  const interpret = interpreter(layoutOf(header.split(',')) as Layout, wallClockIn('UTC'));
  return lines.map((line, index) => interpret(line.split(','), index + 2));
};

describe.each(LOGS)('The commands made of %s', (_, path) => {
  const readings = readingsOf(path);
  const byCase: ReadonlyMap<string, readonly CaseCommand[]> = Map.groupBy(readings.flatMap(({ commands }) => commands), (command) => command.case);

  it('explain every row: none is refused, none remarked on', () => {
    expect(readings.filter(({ refused, remarks }) => refused !== undefined || remarks.length > 0)).toEqual([]);
  });

  it('bring every case, row by row, where an independent reckoning of its rows has it', () => {
    const incidents = incidentsIn(path);
    const byIncident = Map.groupBy(readings, ({ number }) => number);
    const wrong = [...incidents].flatMap(([number, rows]) =>
      rows.flatMap((row, index) => {
        const { externalId, priority, channel: _, ...reckoned } = reckon(rows.slice(0, index + 1));
        const folded = foldCommands((byIncident.get(number) ?? []).slice(0, index + 1).flatMap(({ commands }) => commands));
        return isDeepStrictEqual(folded, reckoned) && priority === Number(row.priority) ? [] : [{ externalId, index, folded, reckoned, priority }];
      }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(byCase.size).toBe(incidents.size);
  });

  it('never go back in time within a case', () => {
    const backwards = [...byCase.values()].filter((commands) => commands.some(({ at }, index) => at < (commands[index - 1]?.at ?? '')));
    expect(backwards).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = readings.flatMap(({ commands }) => commands.map(({ commandId }) => commandId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 128)).toEqual([]);
  });
});
