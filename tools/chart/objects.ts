export type Labels = Readonly<Record<string, string>>;
type Quantities = { readonly cpu?: string; readonly memory?: string };
type Probe = { httpGet?: { path: string; port: number | string }; periodSeconds?: number; failureThreshold?: number };

/** As far as the laws look into them; specs plant faults in them, so they can be changed. */
export type Container = {
  name: string;
  image: string;
  args?: string[];
  env: { name: string; value?: string; valueFrom?: object }[];
  ports?: { name: string; containerPort: number }[];
  securityContext?: { allowPrivilegeEscalation?: boolean; privileged?: boolean; readOnlyRootFilesystem?: boolean; capabilities?: { drop?: string[]; add?: string[] } };
  resources?: { requests?: Quantities; limits?: Quantities };
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[];
};
export type PodTemplate = {
  metadata: { labels: Labels };
  spec: {
    serviceAccountName?: string;
    automountServiceAccountToken?: boolean;
    terminationGracePeriodSeconds?: number;
    hostNetwork?: boolean;
    securityContext?: { runAsNonRoot?: boolean; seccompProfile?: { type: string } };
    topologySpreadConstraints?: { topologyKey: string }[];
    containers: Container[];
    initContainers?: Container[];
    volumes?: { name: string; hostPath?: object; projected?: object }[];
  };
};
export type Selector = { matchLabels?: Labels };
export type Peer = { podSelector?: Selector; namespaceSelector?: Selector; ipBlock?: object };
export type Rule = { ports?: { port: number | string; protocol?: string }[]; to?: Peer[]; from?: Peer[] };

export type KubernetesObject = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Labels; annotations?: Labels };
  automountServiceAccountToken?: boolean;
  spec: {
    replicas?: number;
    minReplicas?: number;
    minReplicaCount?: number;
    selector?: Selector & Labels;
    template?: PodTemplate;
    podSelector?: Selector;
    policyTypes?: string[];
    egress?: Rule[];
    ingress?: Rule[];
    ports?: { port: number; targetPort: string }[];
    scaleTargetRef?: { name: string };
    maxUnavailable?: number;
  };
};

export const ofKind = (objects: readonly KubernetesObject[], ...kinds: readonly string[]): readonly KubernetesObject[] => objects.filter(({ kind }) => kinds.includes(kind));

/** Everything that makes pods, with its name. */
export const workloads = (objects: readonly KubernetesObject[]): readonly { readonly name: string; readonly object: KubernetesObject; readonly pod: PodTemplate }[] =>
  objects.flatMap((object) => (object.spec?.template?.spec ? [{ name: `${object.kind} ${object.metadata.name}`, object, pod: object.spec.template }] : []));

export const containersOf = ({ spec }: PodTemplate): readonly Container[] => [...(spec.initContainers ?? []), ...spec.containers];

/** Whether a selector takes these labels; one without labels takes all. */
export const selects = (selector: Selector | undefined, labels: Labels): boolean => Object.entries(selector?.matchLabels ?? {}).every(([name, value]) => labels[name] === value);

export const valueOf = ({ env }: Container, name: string): string | undefined => env.find((one) => one.name === name)?.value;

export const partOf = (labels: Labels): string => labels['app.kubernetes.io/component'] ?? '';
