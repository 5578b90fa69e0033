const listener = (name, port) => `${name}://127.0.0.1:${port}`;

/**
 * The configuration of one of some brokers that are controllers too (KRaft), on loopback alone.
 * @param {readonly { readonly id: number, readonly port: number, readonly controllerPort: number }[]} brokers all of them
 * @param {{ readonly id: number, readonly port: number, readonly controllerPort: number }} broker the one
 * @param {string} folder where it keeps its data
 */
export const serverProperties = (brokers, { id, port, controllerPort }, folder) => {
  const copies = Math.min(3, brokers.length);
  const safe = Math.max(1, copies - 1);
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': brokers.map((one) => `${one.id}@127.0.0.1:${one.controllerPort}`).join(','),
    listeners: `${listener('PLAINTEXT', port)},${listener('CONTROLLER', controllerPort)}`,
    'advertised.listeners': listener('PLAINTEXT', port),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': folder,
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    'offsets.topic.num.partitions': 4,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.num.partitions': 4,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': safe,
    'share.coordinator.state.topic.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': safe,
    'min.insync.replicas': safe,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
};
