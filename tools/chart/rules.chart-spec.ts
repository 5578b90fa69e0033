import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { filesIn } from '../suites/discover.mjs';
import { CHART, judged, rendered, withFiles } from './rendered.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Rules = { readonly groups: readonly { readonly name: string; readonly rules: readonly { readonly alert?: string; readonly expr: string; readonly annotations?: { readonly runbook_url?: string; readonly summary?: string } }[] }[] };

const rules = (): Rules => rendered('high-availability').find(({ kind }) => kind === 'PrometheusRule')?.spec as unknown as Rules;
const alerts = () => rules().groups.flatMap(({ rules: all }) => all.filter(({ alert }) => alert !== undefined));
const dashboard = readFileSync(join(CHART, 'files/dashboard.json'), 'utf8');
const STORY = readFileSync(new URL('alerts.test.yaml', import.meta.url), 'utf8');

/** What promtool says of the story of an installation under these rules. */
const tested = (text: string, story = STORY) => withFiles({ 'rules.yaml': text, 'alerts.test.yaml': story }, (folder) => judged('promtool', ['test', 'rules', join(folder, 'alerts.test.yaml')], ''));

describe('The alerts', () => {
  const sound = (): string => stringify(rules());

  it('can be read by Prometheus', () => expect(withFiles({ 'rules.yaml': sound() }, (folder) => judged('promtool', ['check', 'rules', join(folder, 'rules.yaml')], ''))).toMatchObject({ ok: true }));

  it('come when they should, and only then', () => expect(tested(sound())).toMatchObject({ ok: true }));

  it.each([
    ['one window only, so that a moment wakes people', '(onmaru:failures:ratio1h > 14.4 * 0.001) and (onmaru:failures:ratio5m > 14.4 * 0.001)', '(onmaru:failures:ratio5m > 14.4 * 0.001)'],
    ['a budget that nobody can use up', '14.4 * 0.001', '1444 * 0.001'],
    ['a view of one lagging pod', 'min by (view)', 'max by (view)'],
    ['refusals taken for failures', '5..', '[45]..'],
    ['a circuit that is looked at from the wrong side', 'state="open"', 'state="closed"'],
  ])('would not with %s', (_what, from, to) => {
    expect(sound().replaceAll('\n', ' ')).toContain(from.split(' ')[0]);
    const broken = parse(sound()) as Rules;
    const changed = { groups: broken.groups.map((group) => ({ ...group, rules: group.rules.map((rule) => ({ ...rule, expr: rule.expr.replaceAll(from, to) })) })) };
    expect(stringify(changed)).not.toBe(sound());
    expect(tested(stringify(changed)).ok).toBe(false);
  });

  it('are each told about in the story', () => {
    for (const { alert } of alerts()) expect(STORY).toContain(`alertname: ${alert}`);
  });

  it('each lead to a runbook that there is', () => {
    const pages = alerts().map(({ annotations }) => annotations?.runbook_url?.split('/').at(-1) ?? 'none');
    expect(pages.filter((page) => !existsSync(join(ROOT, 'docs/runbooks', page)))).toEqual([]);
    expect(pages.length).toBeGreaterThan(5);
  });
});

describe('The metrics that alerts and the dashboard look at', () => {
  const named = (text: string): readonly string[] => [...new Set([...text.matchAll(/\bonmaru_[a-z_]+/g)].map(([name]) => name.replace(/_(?:bucket|count|sum)$/, '')))];

  it('are told by the programs', () => {
    const sources = ['apps', 'libs'].flatMap((folder) => filesIn(ROOT, folder)).filter((path) => path.endsWith('.ts') && !path.includes('spec'));
    const code = sources.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
    const asked = named(`${stringify(rules())}${dashboard}`);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  it('would be missed if they were called otherwise', () => expect(named('rate(onmaru_http_requests_seconds_count[5m])')).toEqual(['onmaru_http_requests_seconds']));
});
