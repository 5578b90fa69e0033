import { containersOf, ofKind, partOf, selects, valueOf, workloads, type KubernetesObject, type Labels, type PodTemplate, type Rule } from './objects.js';

/** Whom each part is told to speak to, by what its containers are told: `from → to`. Who stands in the same pod is nobody else. */
export const toldEdges = (objects: readonly KubernetesObject[]): ReadonlySet<string> => {
  const services = ofKind(objects, 'Service');
  const partAt = (host: string): string => {
    const service = services.find(({ metadata }) => metadata.name === host);
    return service ? partOf(service.spec.selector as Labels) : host;
  };
  const httpHosts = (text: string): readonly string[] => [...text.matchAll(/https?:\/\/([^:/,]+)/g)].map(([, host = '']) => host);
  return new Set(
    workloads(objects).flatMap(({ pod }) => {
      const told = containersOf(pod).flatMap(({ env }) => env.map(({ name, value = '' }) => ({ name, value })));
      const to = told.flatMap(({ name, value }) => {
        if (name === 'KAFKA_BROKERS') return ['kafka'];
        if (value.startsWith('postgres://')) return ['postgresql'];
        return ['ONMARU_SERVICE_URLS', 'ONMARU_IDENTITY_URL', 'ONMARU_URL'].includes(name) ? httpHosts(value).filter((host) => host !== '127.0.0.1').map(partAt) : [];
      });
      return to.map((target) => `${partOf(pod.metadata.labels)} → ${target}`);
    }),
  );
};

const outside = (objects: readonly KubernetesObject[]): ReadonlyMap<number, string> => {
  const containers = workloads(objects).flatMap(({ pod }) => containersOf(pod));
  const brokers = containers.flatMap((container) => (valueOf(container, 'KAFKA_BROKERS') ?? '').split(',')).filter(Boolean);
  const databases = containers.flatMap(({ env }) => env.flatMap(({ value = '' }) => (value.startsWith('postgres://') ? [Number(new URL(value).port)] : [])));
  return new Map([...brokers.map((broker) => [Number(broker.split(':').at(-1)), 'kafka'] as const), ...databases.map((port) => [port, 'postgresql'] as const)]);
};

/** Whom each part may speak to by the network policies: what its own egress allows and, where that is a pod here, the other's ingress too. */
export const allowedEdges = (objects: readonly KubernetesObject[]): ReadonlySet<string> => {
  const policies = ofKind(objects, 'NetworkPolicy');
  const pods = workloads(objects).map(({ pod }) => pod);
  const away = outside(objects);
  const rulesFor = (pod: PodTemplate, side: 'egress' | 'ingress'): readonly Rule[] => policies.filter(({ spec }) => selects(spec.podSelector, pod.metadata.labels)).flatMap(({ spec }) => spec[side] ?? []);
  const lets = (rule: Rule, side: 'to' | 'from', labels: Labels): boolean => (rule[side] ?? []).some(({ podSelector, namespaceSelector }) => podSelector !== undefined && namespaceSelector === undefined && selects(podSelector, labels));
  return new Set(
    pods.flatMap((pod) => {
      const from = partOf(pod.metadata.labels);
      return rulesFor(pod, 'egress').flatMap((rule) => {
        const beyond = (rule.ports ?? [{ port: 0 }]).flatMap(({ port }) => (rule.to?.some(({ podSelector, namespaceSelector }) => podSelector && !namespaceSelector) ? [] : port === 53 ? [] : [away.get(Number(port)) ?? `port ${port}`]));
        const within = pods.filter((other) => lets(rule, 'to', other.metadata.labels) && rulesFor(other, 'ingress').some((back) => lets(back, 'from', pod.metadata.labels)));
        return [...beyond, ...within.map((other) => partOf(other.metadata.labels))].map((to) => `${from} → ${to}`);
      });
    }),
  );
};
