// What a newcomer asks, and where the answer must stand: tools/newcomer-questions.json.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A question whose path is gone, or whose path no longer says what answers it, fails. */
export const newcomerCheck = (root, questions = JSON.parse(readFileSync(join(root, 'tools/newcomer-questions.json'), 'utf8'))) => {
  const lost = questions.flatMap(({ question, path, says }) => {
    if (!existsSync(join(root, path))) return [`"${question}" was answered at ${path}, which is gone.`];
    if (says === undefined) return [];
    if (statSync(join(root, path)).isFile() && readFileSync(join(root, path), 'utf8').includes(says)) return [];
    return [`"${question}" was answered at ${path} by "${says}", which it no longer says.`];
  });
  const empty = questions.length === 0 ? ['No question is asked.'] : [];
  return { check: 'newcomer', ok: lost.length + empty.length === 0, output: [...empty, ...lost].join('\n') };
};
