import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from './objects.js';

export const CHART = fileURLToPath(new URL('../../deploy/helm/onmaru', import.meta.url));

/** Installations that the laws hold for, by the name of their values file. */
export const INSTALLATIONS = ['default', 'high-availability', 'small', 'external-secrets'] as const;
export type Installation = (typeof INSTALLATIONS)[number];

const valuesOf = (installation: Installation): string => join(CHART, 'ci', `${installation}-values.yaml`);

/** A helm that was built from its module takes every cluster for an ancient one. */
const CLUSTER = ['--kube-version', '1.34.0'];

/** What helm makes of the chart, as it would send it. */
export const manifest = (installation: Installation, ...args: readonly string[]): string =>
  execFileSync('helm', ['template', 'desk', CHART, '--namespace', 'support', ...CLUSTER, '-f', valuesOf(installation), ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** The same as objects. */
export const rendered = (installation: Installation, ...args: readonly string[]): readonly KubernetesObject[] =>
  parseAllDocuments(manifest(installation, ...args)).flatMap((document) => {
    const [trouble] = document.errors;
    if (trouble) throw trouble;
    const object = document.toJS() as KubernetesObject | null;
    return object === null ? [] : [object];
  });

/** What a program says of a text, and whether it is content with it. */
export const judged = (program: string, args: readonly string[], text: string): { readonly ok: boolean; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync(program, args, { input: text, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { ok: status === 0, said: `${stdout}${stderr}` };
};

/** What `helm lint --strict` says of an installation whose values are changed. */
export const linted = (installation: Installation, ...args: readonly string[]): { readonly ok: boolean; readonly said: string } => judged('helm', ['lint', '--strict', CHART, ...CLUSTER, '-f', valuesOf(installation), ...args], '');

/** Runs `act` with a folder that holds these files. */
export const withFiles = <Answer>(files: Readonly<Record<string, string>>, act: (folder: string) => Answer): Answer => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-chart-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
