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
        tenant text NOT NULL, id uuid NOT NULL, presence text NOT NULL, capacity int NOT NULL, places int NOT NULL,
        last_given_position bigint, joined_position bigint NOT NULL, has_left boolean NOT NULL,
        revision bigint NOT NULL, position bigint NOT NULL, PRIMARY KEY (tenant, id));
      CREATE INDEX agents_1_in_order ON routing.agents_1 (tenant, joined_position);

      CREATE TABLE routing.hand_outs_1 (
        tenant text NOT NULL, case_id uuid NOT NULL, holder_id text, taken_position bigint NOT NULL, decisions jsonb NOT NULL,
        position bigint NOT NULL, PRIMARY KEY (tenant, case_id));
      CREATE INDEX hand_outs_1_held ON routing.hand_outs_1 (tenant) WHERE holder_id IS NOT NULL;

      CREATE TABLE routing.work (
        tenant text NOT NULL, case_id uuid NOT NULL, queue_id text, priority int NOT NULL, opened_at timestamptz NOT NULL,
        state text NOT NULL, assignee_id text, returned_by text, waits_from bigint NOT NULL, PRIMARY KEY (tenant, case_id));
      CREATE INDEX work_waiting ON routing.work (tenant, priority, opened_at) WHERE state = 'open' AND assignee_id IS NULL;
    `);
    await runner.query(`${idempotencyKeyTable('routing')} ${readModelTables('routing')} ${messagingTables('routing')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE routing.queues_1, routing.agents_1, routing.hand_outs_1, routing.work, routing.idempotency_key, routing.view_checkpoint, routing.parked_stream, routing.bus_checkpoint, routing.inbox, routing.dead_letter');
  }
}
