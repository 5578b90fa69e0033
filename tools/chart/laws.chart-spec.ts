import { allowedEdges } from './edges.js';
import { LAWS } from './laws.js';
import { containersOf, ofKind, workloads, type Container, type KubernetesObject, type PodTemplate } from './objects.js';
import { INSTALLATIONS, rendered, type Installation } from './rendered.js';

type Plant = (objects: KubernetesObject[]) => void;

const theDeployment = (objects: readonly KubernetesObject[], part = 'cases') => workloads(objects).find(({ name }) => name === `Deployment desk-onmaru-${part}`) as { object: KubernetesObject; pod: PodTemplate };
const theContainer = (objects: readonly KubernetesObject[], part = 'cases'): Container => containersOf(theDeployment(objects, part).pod)[0] as Container;
const theJob = (objects: readonly KubernetesObject[]): Container => containersOf((workloads(objects).find(({ name }) => name.startsWith('Job')) as { pod: PodTemplate }).pod)[0] as Container;
const without = (objects: KubernetesObject[], kind: string, name: string): void => void objects.splice(objects.findIndex((one) => one.kind === kind && one.metadata.name === `desk-onmaru-${name}`), 1);
const told = (container: Container, name: string, value: string): void => void Object.assign(container.env.find((one) => one.name === name) ?? {}, { value });

/** For each law what breaks it, and what it says then. */
const FAULTS: Readonly<Record<keyof typeof LAWS, readonly (readonly [says: string, plant: Plant, installation?: Installation])[]>> = {
  restricted: [
    ['may run as root', (objects) => void delete theDeployment(objects).pod.spec.securityContext?.runAsNonRoot],
    ['has no seccomp profile', (objects) => void delete theDeployment(objects).pod.spec.securityContext?.seccompProfile],
    ['reaches the host', (objects) => void (theDeployment(objects).pod.spec.hostNetwork = true)],
    ['may write to its root', (objects) => void delete theJob(objects).securityContext?.readOnlyRootFilesystem],
    ['has capabilities', (objects) => void (theContainer(objects).securityContext = { ...theContainer(objects).securityContext, capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } })],
    ['may gain privileges', (objects) => void delete theContainer(objects).securityContext?.allowPrivilegeEscalation],
    ['may write to its root', (objects) => void (theDeployment(objects).pod.spec.initContainers = [{ name: 'first', image: 'x:1', env: [] }])],
  ],
  sized: [
    ['does not say what it needs', (objects) => void delete theJob(objects).resources?.requests],
    ['is slowed down', (objects) => void Object.assign(theContainer(objects).resources?.limits ?? {}, { cpu: '1' })],
    ['has a heap', (objects) => told(theContainer(objects), 'NODE_OPTIONS', '--max-old-space-size=4096')],
  ],
  probed: [
    ['is given up before', (objects) => void Object.assign(theContainer(objects).startupProbe ?? {}, { failureThreshold: 3 })],
    ['is not asked whether it lives', (objects) => void Object.assign(theContainer(objects).livenessProbe?.httpGet ?? {}, { path: '/readyz' })],
    ['is not asked whether it can serve', (objects) => void delete theContainer(objects, 'gateway').readinessProbe],
    ['at a port that it does not open', (objects) => void Object.assign(theContainer(objects).livenessProbe?.httpGet ?? {}, { port: 9 })],
  ],
  graceful: [
    ['ends before others have heard', (objects) => told(theContainer(objects), 'ONMARU_DRAIN_SECONDS', '0')],
    ['is killed before it has finished', (objects) => void (theDeployment(objects).pod.spec.terminationGracePeriodSeconds = 30)],
  ],
  spared: [
    ['has not one disruption budget', (objects) => without(objects, 'PodDisruptionBudget', 'cases')],
    ['cannot be moved', (objects) => void (theDeployment(objects).object.spec.replicas = 1)],
  ],
  spread: [['may stand in one place', (objects) => void (theDeployment(objects).pod.spec.topologySpreadConstraints = [])]],
  withoutTokens: [
    ['is given a token', (objects) => void delete theDeployment(objects).pod.spec.automountServiceAccountToken],
    ['shares its account', (objects) => void (theDeployment(objects).pod.spec.serviceAccountName = 'desk-onmaru-routing')],
    ["is nobody's", (objects) => void (theDeployment(objects).pod.spec.serviceAccountName = 'desk-onmaru-routing')],
    ['nothing here asks the cluster', (objects) => void objects.push({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'reader' }, spec: {} })],
  ],
  secretsElsewhere: [
    ['is made by the chart', (objects) => void objects.push({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'made-up' }, spec: {} })],
    ['stands in the environment', (objects) => void theContainer(objects).env.push({ name: 'ONMARU_SERVICE_KEY', value: 'hunter2' })],
    ['holds a password', (objects) => told(theContainer(objects), 'ONMARU_DATABASE_URL', 'postgres://cases:hunter2@db:5432/onmaru')],
  ],
  closedIn: [
    ['may speak to anybody', (objects) => without(objects, 'NetworkPolicy', 'nothing-else')],
    ['cases → identity: is needed and not allowed', (objects) => without(objects, 'NetworkPolicy', 'cases-to-identity')],
    ['cases → identity: is needed and not allowed', (objects) => without(objects, 'NetworkPolicy', 'identity-from-cases')],
    ['gateway → kafka: is allowed and not needed', (objects) => void Object.assign(ofKind(objects, 'NetworkPolicy').find(({ metadata }) => metadata.name === 'desk-onmaru-cases-to-kafka')?.spec.podSelector ?? {}, { matchLabels: { 'app.kubernetes.io/name': 'onmaru' } })],
    ['cases → postgresql: is needed and not allowed', (objects) => without(objects, 'NetworkPolicy', 'cases-to-postgresql')],
    ['together → kafka: is needed and not allowed', (objects) => without(objects, 'NetworkPolicy', 'together-to-kafka'), 'small'],
  ],
  reached: [
    ['leads to 0 deployments', (objects) => without(objects, 'Deployment', 'routing')],
    ['which nobody opens', (objects) => void (theContainer(objects, 'gateway').ports = [])],
  ],
  pinned: [['is whatever is newest', (objects) => void (theContainer(objects).image = 'onmaru/cases:latest')], ['is whatever is newest', (objects) => void (theContainer(objects).image = 'registry:5000/onmaru/cases')]],
  withoutHooks: [['is a hook', (objects) => void (theDeployment(objects).object.metadata.annotations = { 'helm.sh/hook': 'pre-upgrade' })]],
  scaledByOne: [
    ['scales nothing', (objects) => without(objects, 'Deployment', 'gateway'), 'high-availability'],
    ['is undone by every upgrade', (objects) => void (theDeployment(objects).object.spec.replicas = 3), 'high-availability'],
    ['leaves one', (objects) => void Object.assign(ofKind(objects, 'ScaledObject')[0]?.spec ?? {}, { minReplicaCount: 1 }), 'high-availability'],
  ],
};

describe('The chart', () => {
  const objects = new Map<Installation, readonly KubernetesObject[]>();
  beforeAll(() => INSTALLATIONS.forEach((installation) => objects.set(installation, rendered(installation))));
  const of = (installation: Installation): KubernetesObject[] => structuredClone([...(objects.get(installation) ?? [])]);

  describe.each(Object.entries(LAWS))('keeps the law: %s', (name, law) => {
    it.each(INSTALLATIONS)('in the installation %s', (installation) => expect(law(of(installation))).toEqual([]));

    const faults = FAULTS[name as keyof typeof LAWS].map(([says, plant, installation = 'default']) => ({ says, plant, installation }));

    it.each(faults)('which sees what is planted: $says', ({ says, plant, installation }) => {
      const planted = of(installation);
      plant(planted);
      expect(law(planted).join('\n')).toContain(says);
    });
  });

  it('lets out exactly these', () =>
    expect([...allowedEdges(of('external-secrets'))].sort()).toEqual([
      'cases → identity', 'cases → kafka', 'cases → postgresql',
      'demo → gateway', 'demo → postgresql',
      'gateway → cases', 'gateway → identity', 'gateway → postgresql', 'gateway → routing',
      'identity → kafka', 'identity → postgresql',
      'routing → identity', 'routing → kafka', 'routing → postgresql',
      'setup → kafka', 'setup → postgresql',
    ]));

  describe('prepares by a job', () => {
    const jobOf = (...args: readonly string[]): string => ofKind(rendered('default', ...args), 'Job')[0]?.metadata.name ?? '';

    it('that is another one when there is something else to prepare, since a job cannot be changed', () => {
      expect(jobOf('--set', 'image.tag=0.2.0')).not.toBe(jobOf());
      expect(jobOf('--set', 'kafka.prefix=other.')).not.toBe(jobOf());
    });

    it('that is the same one while nothing changes for it', () => expect(jobOf('--set', 'apps.cases.replicas=5')).toBe(jobOf()));
  });
});
