import type { Bench } from '../bench.js';
import type { KafkaRelayResult } from '../contenders/onmaru-kafka-relay.js';
import { inChild } from '../contenders/in-child.js';
import { added } from '../counters.js';
import { logDatabase } from '../ground/log-database.js';
import { fillLog } from '../logs/filled-log.js';
import type { RelayResult } from '../logs/relay.js';
import { median, pairedRatio, rounded } from '../statistics.js';

export const kafkaRelay: Bench = {
  name: 'kafka-relay',
  about: 'The log told to a topic of Kafka, and a group of consumers told from there, against a group that follows the log itself.',
  async run(ground, { rounds, events }) {
    const brokers = process.env['KAFKA_BROKERS']?.split(',');
    const [kafka, bus]: [KafkaRelayResult[], RelayResult[]] = [[], []];
    const url = await logDatabase(ground, 'kafka_relay');
    await fillLog(url, events);
    for (let round = 1; round <= rounds; round += 1) {
      if (brokers) kafka.push(await inChild('onmaru-kafka-relay', { url, upTo: events, brokers }));
      bus.push(await inChild('onmaru-relay', { url, upTo: events, way: 'bus' }));
    }
    const own = bus.map(({ rate }) => rate);
    const ratio = (of: 'relayed' | 'taken'): number | null => (brokers ? pairedRatio(kafka.map((one) => one[of]), own) : null);
    const figure = (of: 'relayed' | 'taken'): number | null => (brokers ? rounded(median(kafka.map((one) => one[of]))) : null);
    return {
      ratios: { relayVsLogBus: ratio('relayed'), consumeVsLogBus: ratio('taken') },
      absolute: { relayed: figure('relayed'), taken: figure('taken'), logBus: rounded(median(own)) },
      counters: added([...kafka, ...bus].map(({ counters }) => counters)),
      notes: brokers ? [`a Kafka of ${brokers.length} on the same machine`] : ['no Kafka: KAFKA_BROKERS does not say where one is (`npm run kafka -- start`)'],
    };
  },
};
