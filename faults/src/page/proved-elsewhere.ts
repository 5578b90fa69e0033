/** Which fault a spec of its own brings about: what happens, what holds then, and where. */
type Proof = readonly [fault: string, holds: string, ...specs: readonly string[]];

const OWN = 'faults/src/single.fault-spec.ts';

const PROOFS: readonly Proof[] = [
  ['A program is killed, each in turn', 'nothing acknowledged is lost or doubled, and it is started again', 'apps/standalone/test/distributed.kafka-spec.ts'],
  ['The whole platform is killed', 'it starts again with everything that it had', 'apps/standalone/test/process.int-spec.ts'],
  ['All programs are killed at once', 'nothing acknowledged is lost or doubled', OWN],
  ['A program is asked to end, each in turn', 'it ends in time, and nothing acknowledged is lost or doubled', OWN],
  ['A program sleeps for longer than anybody believes it to be alive', 'nothing acknowledged is lost or doubled', OWN],
  ['PostgreSQL is killed', 'it is started again at its place with every commit', 'libs/local-postgres/src/start-postgres.int-spec.ts'],
  ['PostgreSQL stops in mid-batch', 'what was acknowledged is there, nothing by half, and a repeat completes the rest', 'libs/event-sourcing/src/postgres/durability.int-spec.ts'],
  ['The log cannot be reached', 'everybody who waits is told so within about two seconds', 'libs/event-sourcing/src/postgres/log-in-postgres.int-spec.ts', OWN],
  ['The database hangs', 'nobody stays without an answer, and nothing is discarded', OWN],
  ['Kafka is away for half a minute', 'commands are taken all the same, and everything is told once it is back', OWN],
  ['What a consumer needs is away, however long', 'nothing is discarded', 'libs/messaging/src/consumer-failures.spec.ts'],
  ['A broker dies while it is told something', 'all comes, in the order of its key', 'libs/messaging/src/kafka/leader-dies.cluster-spec.ts'],
  ['A broker dies by itself', 'it is started again', 'tools/kafka.spec.ts'],
  ['News come twice and in disorder', 'their effects come about once, and the newest stands', 'libs/messaging/src/inbox.int-spec.ts', 'apps/standalone/test/unrest.int-spec.ts'],
  ['Programs append with delays and are killed, strangers leave transactions open', 'a follower misses nothing', 'libs/messaging/src/killed-writers.int-spec.ts', 'libs/event-sourcing/src/postgres/durability.int-spec.ts'],
  ['A process dies between an effect and noting it', 'the effect comes about once', 'libs/messaging/src/kafka/effects.kafka-spec.ts', 'libs/messaging/src/kafka/planted-faults.kafka-spec.ts'],
  ['A message nobody can take, or understand', 'it is put aside with its reason, what follows goes on, and it can be sent again', 'libs/messaging/src/consumer-failures.spec.ts', 'libs/messaging/src/kafka/member.kafka-spec.ts'],
  ['An event that a view cannot fold', 'its stream waits, its neighbours go on, and it can be sent again', 'libs/read-models/src/poison.int-spec.ts', 'libs/read-models/src/redrive.int-spec.ts'],
  ['A group forgets a type of its topics', 'it does not start', 'libs/messaging/src/coverage.spec.ts'],
  ['A handler takes longer than silence is borne', 'it keeps its place and is told once', 'libs/messaging/src/kafka/member.kafka-spec.ts'],
  ['Processes of a group come and go', 'nothing is lost, and the order of each key is kept', 'libs/messaging/src/kafka/member.kafka-spec.ts'],
  ['A relay, or a consumer, sleeps past its turn', 'what it does then is refused', 'libs/messaging/src/kafka/turns.spec.ts', 'libs/messaging/src/killed-writers.int-spec.ts'],
  ['Two runners of the same views', 'one acts, and the other goes on when it falls silent', 'libs/read-models/src/replicas.int-spec.ts'],
  ['Views are rebuilt under load', 'they are equal, and nobody waits', 'libs/read-models/src/rebuild.int-spec.ts', 'libs/read-models/src/rebuild-among-others.int-spec.ts'],
  ['A service is away, or answers slowly', 'the gateway says so at once with when to try again, and repeats nothing that may have been heard', 'apps/gateway/src/services/service-line.spec.ts', 'apps/gateway/src/forwarding/forwarding.int-spec.ts'],
  ['A hundred people change one case at once', 'one of those who have seen the same wins, and the others are told what has happened', OWN],
  ['Many cases, people and agents at once', 'nobody gets more than their capacity', 'apps/standalone/test/handing-out.int-spec.ts'],
  ['Somebody reads what they wrote a moment ago', 'they find it', 'apps/standalone/test/own-writes.int-spec.ts'],
];

const link = (path: string): string => `[${path.split('/').at(-1) ?? path}](../../${path})`;

/** Markdown of the table. */
export const provedElsewhere = (): string =>
  [
    '## Faults one by one\n',
    'What a campaign does not bring about, or only by chance, has a spec of its own.\n',
    '| fault | what holds | proved by |',
    '| --- | --- | --- |',
    ...PROOFS.map(([fault, holds, ...specs]) => `| ${fault} | ${holds} | ${specs.map(link).join(', ')} |`),
    '',
  ].join('\n');
