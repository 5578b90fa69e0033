export { kafkaBus, type KafkaBus, type KafkaBusOptions, type KafkaConsuming } from './kafka/kafka-bus.js';
export { kafkaRelay, type RelayOptions, type RelayParts } from './kafka/relay.js';
export { openTopics, type TopicsOptions } from './kafka/topics.js';
