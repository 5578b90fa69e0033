import { INSTALLATIONS, linted } from './rendered.js';

describe('The values of the chart', () => {
  it.each(INSTALLATIONS)('are sound in the installation %s', (installation) => expect(linted(installation)).toMatchObject({ ok: true }));

  it.each([
    ['secrets/database', ['secrets.database=']],
    ['secrets/admin', ['secrets.admin=null']],
    ['secrets/platform', ['secrets.platform=Not A Name']],
    ['postgresql/host', ['postgresql.host=']],
    ['postgresql/port', ['postgresql.port=many']],
    ['kafka/brokers', ['kafka.brokers=null']],
    ['kafka/brokers/0', ['kafka.brokers[0]=kafka']],
    ['apps/cases/replicas', ['apps.cases.replicas=1']],
    ['apps/cases/replicas', ['apps.cases.replicas=two']],
    ['apps/routing/memoryMiB', ['apps.routing.memoryMiB=1Gi']],
    ['apps/billing', ['apps.billing.replicas=2']],
    ['together/replicas', ['layout=together']],
    ['secrets/demo', ['demo.enabled=true']],
    ['image/tag', ['image.tag=latest']],
    ['keda/maxReplicas', ['keda.maxReplicas=13']],
    ['keda/enabled', ['layout=together', 'disruptionBudget.enabled=false', 'keda.enabled=true']],
    ['externalSecrets/store', ['externalSecrets.enabled=true']],
    ['ingress/host', ['ingress.enabled=true']],
    ['drainSeconds', ['drainSeconds=0']],
    ['secureCookies', ['secureCookies=maybe']],
    ['networkPolicy/clients/0', ['networkPolicy.clients[0].namespaceSelektor.a=b']],
    ['postgres', ['postgres.host=typo']],
  ])('are refused by name where %s is wrong: %j', (where, sets) => {
    const { ok, said } = linted('default', ...sets.flatMap((set) => ['--set', set]));
    expect(ok).toBe(false);
    expect(said.replaceAll('.', '/')).toContain(where.replaceAll('.', '/').split('/').at(-1));
    expect(said.replaceAll('.', '/')).toMatch(new RegExp(where.split('/').slice(0, -1).join('/')));
  });

  it('may ask for one of each where nothing is promised of disruptions', () => expect(linted('default', '--set', 'disruptionBudget.enabled=false,apps.cases.replicas=1')).toMatchObject({ ok: true }));
});
