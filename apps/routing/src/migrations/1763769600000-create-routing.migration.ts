import { messagingTables } from '@onmaru/messaging';
import { readModelTables } from '@onmaru/read-models';
import { idempotencyKeyTable } from '@onmaru/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRouting1763769600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE routing.queues_1 (
        tenant text NOT NULL, id uuid NOT NULL, name text NOT NULL, opened_position bigint NOT NULL,
        revision bigint NOT NULL, position bigint NOT NULL, PRIMARY KEY (tenant, id));
      CREATE INDEX queues_1_in_order ON routing.queues_1 (tenant, opened_position);

      CREATE TABLE routing.agents_1 (
        tenant text NOT NULL, id uuid NOT NULL, presence text NOT NULL, capacity int NOT NULL, joined_position bigint NOT NULL,
        revision bigint NOT NULL, position bigint NOT NULL, PRIMARY KEY (tenant, id));
      CREATE INDEX agents_1_in_order ON routing.agents_1 (tenant, joined_position);
    `);
    await runner.query(`${idempotencyKeyTable('routing')} ${readModelTables('routing')} ${messagingTables('routing')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE routing.queues_1, routing.agents_1, routing.idempotency_key, routing.view_checkpoint, routing.parked_stream, routing.bus_checkpoint, routing.inbox, routing.dead_letter');
  }
}
