import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldOf } from './fields.mjs';
import { sliceFiles } from './slice-files.mjs';
import { sliceNames } from './slice-names.mjs';
import { sliceWiring } from './slice-wiring.mjs';
import { write } from './write.mjs';

/**
 * Writes the slice `name` with these fields. `event`: what has happened then, where its name does not follow from that
 * of the slice; one that cases know already is not declared again. `door: false` for what no person asks for.
 *
 * @param {string} root @param {string} name @param {{ fields?: readonly string[], event?: string, door?: boolean }} options
 */
export const writeSlice = (root, name, { fields = [], event, door = true } = {}) => {
  const names = { ...sliceNames(name, event), fields: fields.map(fieldOf), door };
  const isNew = !readFileSync(join(root, 'apps/cases/src/case/case.ts'), 'utf8').includes(`Event<'${names.event}'`);
  return write(root, sliceFiles({ ...names, isNew }), sliceWiring({ isNew, door }), names);
};
