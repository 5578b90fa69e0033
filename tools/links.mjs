// Every link from one document of the workspace to a file in it leads somewhere.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from './suites/discover.mjs';

const LINK = /\]\(([^)\s]+)\)/g;

const documents = (root) => [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['apps', 'libs', 'docs', 'deploy', 'bench', 'faults', 'tools'].filter((folder) => existsSync(join(root, folder))).flatMap((folder) => filesIn(root, folder).filter((path) => path.endsWith('.md'))),
];

export const linksCheck = (root) => {
  const broken = documents(root).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(LINK)]
      .map(([, target]) => target)
      .filter((target) => !/^(?:[a-z]+:|#)/.test(target) && !existsSync(join(root, dirname(path), decodeURI(target.split('#')[0]))))
      .map((target) => `${path}: the link to ${target} leads nowhere`),
  );
  return { check: 'links', ok: broken.length === 0, output: broken.join('\n') };
};
