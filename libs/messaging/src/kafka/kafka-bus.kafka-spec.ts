import { busContract } from '../contract/bus-contract.js';
import { undeliverableContract } from '../contract/undeliverable.js';
import type { PumpOptions } from '../pump.js';
import { kafkaBench } from '../testing/kafka-shop.js';

const overKafka = ({ concurrency }: PumpOptions) => kafkaBench(concurrency === undefined ? {} : { concurrency });

busContract('over Kafka', overKafka);
undeliverableContract('over Kafka', overKafka);
