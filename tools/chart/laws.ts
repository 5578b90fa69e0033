import { allowedEdges, toldEdges } from './edges.js';
import { containersOf, ofKind, selects, valueOf, workloads, type Container, type KubernetesObject, type Labels, type PodTemplate } from './objects.js';

/** What breaks a law, each in a line that names the object. */
export type Law = (objects: readonly KubernetesObject[]) => readonly string[];

/** Seconds that a program takes at most to finish what has begun, and what is kept in reserve beyond them. */
const [TO_END, RESERVE] = [15, 10];

const eachContainer = (objects: readonly KubernetesObject[], faults: (container: Container, pod: PodTemplate) => readonly string[]): readonly string[] =>
  workloads(objects).flatMap(({ name, pod }) => containersOf(pod).flatMap((container) => faults(container, pod).map((fault) => `${name}, ${container.name}: ${fault}`)));

const serving = (objects: readonly KubernetesObject[]) => workloads(objects).filter(({ object }) => object.kind === 'Deployment');
const unless = (holds: unknown, fault: string): readonly string[] => (holds ? [] : [fault]);
const mebibytes = (quantity: string | undefined): number => Number(/^(\d+)Mi$/.exec(quantity ?? '')?.[1] ?? NaN);

/** Pod Security Standards, restricted; and nothing can be written to the root. */
const restricted: Law = (objects) => [
  ...workloads(objects).flatMap(({ name, pod: { spec } }) => [
    ...unless(spec.securityContext?.runAsNonRoot === true, `${name}: may run as root`),
    ...unless(spec.securityContext?.seccompProfile?.type === 'RuntimeDefault', `${name}: has no seccomp profile`),
    ...unless(spec.hostNetwork !== true && !spec.volumes?.some(({ hostPath }) => hostPath), `${name}: reaches the host`),
  ]),
  ...eachContainer(objects, ({ securityContext: context }) => [
    ...unless(context?.allowPrivilegeEscalation === false && context.privileged !== true, 'may gain privileges'),
    ...unless(context?.capabilities?.drop?.includes('ALL') && !context.capabilities.add, 'has capabilities'),
    ...unless(context?.readOnlyRootFilesystem === true, 'may write to its root'),
  ]),
];

const sized: Law = (objects) =>
  eachContainer(objects, (container) => {
    const { requests, limits } = container.resources ?? {};
    const heap = Number(/--max-old-space-size=(\d+)/.exec(valueOf(container, 'NODE_OPTIONS') ?? '')?.[1] ?? NaN);
    return [
      ...unless(requests?.cpu && requests.memory && limits?.memory, 'does not say what it needs'),
      ...unless(limits?.cpu === undefined, 'is slowed down by a limit on CPU'),
      ...unless(heap >= 0.7 * mebibytes(limits?.memory) && heap <= 0.8 * mebibytes(limits?.memory), 'has a heap that is not three quarters of its memory'),
    ];
  });

const probed: Law = (objects) =>
  serving(objects).flatMap(({ name, pod }) =>
    containersOf(pod).flatMap((container) => {
      const { startupProbe: startup, livenessProbe: liveness, readinessProbe: readiness, ports = [] } = container;
      const patience = (startup?.periodSeconds ?? 0) * (startup?.failureThreshold ?? 0);
      const port = ports[0]?.containerPort;
      return [
        ...unless(startup?.httpGet?.path === '/livez' && patience > Number(valueOf(container, 'ONMARU_START_SECONDS')), 'is given up before it gives up itself'),
        ...unless(liveness?.httpGet?.path === '/livez', 'is not asked whether it lives'),
        ...unless(readiness?.httpGet?.path.startsWith('/readyz'), 'is not asked whether it can serve'),
        ...unless([startup, liveness, readiness].every((probe) => probe?.httpGet?.port === port), 'is asked at a port that it does not open'),
      ].map((fault) => `${name}, ${container.name}: ${fault}`);
    }),
  );

const graceful: Law = (objects) =>
  serving(objects).flatMap(({ name, pod }) =>
    containersOf(pod).flatMap((container) => {
      const drain = Number(valueOf(container, 'ONMARU_DRAIN_SECONDS') ?? NaN);
      return [
        ...unless(drain >= 5, `${name}, ${container.name}: ends before others have heard that it does`),
        ...unless((pod.spec.terminationGracePeriodSeconds ?? 0) >= drain + TO_END + RESERVE, `${name}, ${container.name}: is killed before it has finished`),
      ];
    }),
  );

const labelsOf = ({ metadata }: PodTemplate): Labels => metadata.labels;

const spared: Law = (objects) => {
  const budgets = ofKind(objects, 'PodDisruptionBudget');
  return serving(objects).flatMap(({ name, object, pod }) => {
    const own = budgets.filter(({ spec }) => selects(spec.selector, labelsOf(pod)));
    if (budgets.length === 0) return [];
    return [...unless(own.length === 1 && own[0]?.spec.maxUnavailable === 1, `${name}: has not one disruption budget`), ...unless((object.spec.replicas ?? 2) >= 2, `${name}: cannot be moved, since there is one`)];
  });
};

const spread: Law = (objects) =>
  serving(objects).flatMap(({ name, pod }) => {
    const keys = (pod.spec.topologySpreadConstraints ?? []).map(({ topologyKey }) => topologyKey);
    return unless(keys.includes('topology.kubernetes.io/zone') && keys.includes('kubernetes.io/hostname'), `${name}: may stand in one place altogether`);
  });

const withoutTokens: Law = (objects) => {
  const accounts = new Map(ofKind(objects, 'ServiceAccount').map((account) => [account.metadata.name, account]));
  const users = workloads(objects).map(({ pod }) => pod.spec.serviceAccountName);
  return [
    ...workloads(objects).flatMap(({ name, pod: { spec } }) => [
      ...unless(spec.serviceAccountName !== undefined && accounts.get(spec.serviceAccountName)?.automountServiceAccountToken === false && spec.automountServiceAccountToken === false, `${name}: is given a token of the cluster`),
      ...unless(users.filter((user) => user === spec.serviceAccountName).length === 1, `${name}: shares its account`),
    ]),
    ...[...accounts.keys()].filter((account) => !users.includes(account)).map((account) => `ServiceAccount ${account}: is nobody's`),
    ...ofKind(objects, 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding').map(({ kind, metadata }) => `${kind} ${metadata.name}: nothing here asks the cluster`),
  ];
};

const secretsElsewhere: Law = (objects) => [
  ...ofKind(objects, 'Secret').map(({ metadata }) => `Secret ${metadata.name}: is made by the chart`),
  ...eachContainer(objects, ({ env }) =>
    env.flatMap(({ name, value = '', valueFrom }) => [
      ...unless(!/(PASSWORD|KEY|TOKEN)$/.test(name) && valueFrom === undefined, `${name} stands in the environment`),
      ...unless(!/^postgres:\/\/[^@]*:/.test(value), `${name} holds a password`),
    ]),
  ),
];

const closedIn: Law = (objects) => {
  const [told, allowed] = [toldEdges(objects), allowedEdges(objects)];
  const policies = ofKind(objects, 'NetworkPolicy');
  const isClosed = (pod: PodTemplate): boolean => policies.some(({ spec }) => selects(spec.podSelector, labelsOf(pod)) && !spec.egress && !spec.ingress && spec.policyTypes?.length === 2);
  return [
    ...workloads(objects).flatMap(({ name, pod }) => unless(isClosed(pod), `${name}: may speak to anybody`)),
    ...[...told].filter((edge) => !allowed.has(edge)).map((edge) => `${edge}: is needed and not allowed`),
    ...[...allowed].filter((edge) => !told.has(edge)).map((edge) => `${edge}: is allowed and not needed`),
  ];
};

const reached: Law = (objects) =>
  ofKind(objects, 'Service').flatMap(({ metadata, spec }) => {
    const behind = workloads(objects).filter(({ object, pod }) => object.kind === 'Deployment' && selects({ matchLabels: spec.selector as Labels }, labelsOf(pod)));
    const ports = behind.flatMap(({ pod }) => containersOf(pod).flatMap((container) => (container.ports ?? []).map(({ name }) => name)));
    return [...unless(behind.length === 1, `Service ${metadata.name}: leads to ${behind.length} deployments`), ...(spec.ports ?? []).flatMap(({ targetPort }) => unless(ports.includes(targetPort), `Service ${metadata.name}: leads to ${targetPort}, which nobody opens`))];
  });

const pinned: Law = (objects) => eachContainer(objects, ({ image }) => unless(/:[\w.-]+$/.test(image) && !image.endsWith(':latest'), `its image ${image} is whatever is newest`));

const withoutHooks: Law = (objects) => objects.flatMap(({ kind, metadata }) => unless(metadata.annotations?.['helm.sh/hook'] === undefined, `${kind} ${metadata.name}: is a hook, which waits for what waits for it`));

const scaledByOne: Law = (objects) => {
  const deployments = new Map(serving(objects).map(({ object }) => [object.metadata.name, object]));
  return ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').flatMap(({ kind, metadata, spec }) => {
    const scaled = deployments.get(spec.scaleTargetRef?.name ?? '');
    return [...unless(scaled, `${kind} ${metadata.name}: scales nothing`), ...unless(scaled?.spec.replicas === undefined, `${kind} ${metadata.name}: is undone by every upgrade`), ...unless((spec.minReplicas ?? spec.minReplicaCount ?? 0) >= 2, `${kind} ${metadata.name}: leaves one`)];
  });
};

export const LAWS = { restricted, sized, probed, graceful, spared, spread, withoutTokens, secretsElsewhere, closedIn, reached, pinned, withoutHooks, scaledByOne } as const satisfies Readonly<Record<string, Law>>;
