export { kafkaBus, type KafkaBusOptions } from './kafka/kafka-bus.js';
export { kafkaRelay, type RelayOptions, type RelayParts } from './kafka/relay.js';
export { openTopics, type TopicsOptions } from './kafka/topics.js';
