import { join } from 'node:path';
import { INSTALLATIONS, judged, manifest, withFiles } from './rendered.js';

/** Made for operators that a cluster may have; their own schemas are not here. */
const FOREIGN = ['ScaledObject', 'ExternalSecret', 'PodMonitor', 'PrometheusRule'];

/** What Kubernetes says of a text: how many objects it takes, which it refuses, and of which kinds it knows nothing. */
const conforming = (text: string, version = '1.34') =>
  withFiles({ 'all.yaml': text }, (folder) => {
    const { ok, said } = judged('kubernetes-validate', ['--strict', '-k', version, join(folder, 'all.yaml')], '');
    const lines = said.split('\n');
    const kinds = lines.flatMap((line) => /Couldn't find schema for kind (\w+)/.exec(line)?.[1] ?? []);
    return { ok, passed: lines.filter((line) => line.includes(' passed for resource ')).length, refused: lines.filter((line) => line.startsWith('ERROR')), unknown: kinds.filter((kind) => !FOREIGN.includes(kind)) };
  });

describe('What the chart makes', () => {
  describe.each(['1.28', '1.34'])('is known to Kubernetes %s', (version) => {
    it.each(INSTALLATIONS)('in the installation %s', (installation) => {
      const { ok, passed, refused, unknown } = conforming(manifest(installation), version);
      expect({ ok, refused, unknown }).toEqual({ ok: true, refused: [], unknown: [] });
      expect(passed).toBeGreaterThan(10);
    });
  });

  it.each([
    ['a field that nobody knows', 'enableServiceLinks', 'enableLinks'],
    ['a value of the wrong type', 'revisionHistoryLimit: 5', 'revisionHistoryLimit: five'],
    ['a field at the wrong place', 'maxUnavailable: 1\n', 'spread: { maxUnavailable: 1 }\n'],
  ])('would not be with %s', (_what, from, to) => {
    const sound = manifest('default');
    expect(sound).toContain(from);
    const { ok, refused } = conforming(sound.replaceAll(from, to));
    expect([ok, refused.length > 0]).toEqual([false, true]);
  });

  it('would not be with a kind that there is none of', () => expect(conforming(manifest('default').replaceAll('kind: Deployment', 'kind: Deploiment')).unknown).toContain('Deploiment'));
});
