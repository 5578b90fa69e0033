import { messagingTables } from '@onmaru/messaging';
import { readModelTables } from '@onmaru/read-models';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of views can be thrown away and made again from the log; a tenant's last case number cannot. */
export class CreateCases1763769600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cases.case_number (tenant text PRIMARY KEY, last bigint NOT NULL);

      CREATE TABLE cases.directory (
        tenant text NOT NULL, kind text NOT NULL, id text NOT NULL, name text, external_id text, grams text[] NOT NULL,
        position bigint NOT NULL, PRIMARY KEY (tenant, kind, id));
      CREATE INDEX directory_name ON cases.directory (tenant, kind, name);
      CREATE INDEX directory_grams ON cases.directory USING gin (grams) WHERE kind = 'customer';

      CREATE TABLE cases.case_details_1 (
        tenant text NOT NULL, id text NOT NULL, revision integer NOT NULL, position bigint NOT NULL, number text NOT NULL,
        external_id text, subject text, description text, customer_id text, channel text NOT NULL, state text NOT NULL,
        hold_reason text, impact integer NOT NULL, urgency integer NOT NULL, priority integer NOT NULL,
        policy_version integer NOT NULL, category text, subcategory text, attributes jsonb NOT NULL, queue_id text,
        assignee_id text, reopen_count integer NOT NULL, transfer_count integer NOT NULL, opened_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL, resolved_at timestamptz, closed_at timestamptz, words_of text, words text,
        word_grams text[], labels text NOT NULL, label_grams text[] NOT NULL, PRIMARY KEY (tenant, id));
      CREATE INDEX case_details_1_newest ON cases.case_details_1 (tenant, opened_at DESC, id DESC);
      CREATE INDEX case_details_1_open ON cases.case_details_1 (tenant, state, opened_at DESC)
        WHERE state IN ('new', 'in-progress', 'on-hold');
      CREATE INDEX case_details_1_customer ON cases.case_details_1 (tenant, customer_id);
      CREATE INDEX case_details_1_assignee ON cases.case_details_1 (tenant, assignee_id);
      CREATE INDEX case_details_1_queue ON cases.case_details_1 (tenant, queue_id);
      CREATE INDEX case_details_1_external_id ON cases.case_details_1 (tenant, external_id);
      CREATE INDEX case_details_1_words_of ON cases.case_details_1 (tenant, words_of);
      CREATE INDEX case_details_1_words ON cases.case_details_1 USING gin (word_grams);
      CREATE INDEX case_details_1_labels ON cases.case_details_1 USING gin (label_grams);
      ${readModelTables('cases')}
      ${messagingTables('cases')}`);
  }

  async down(): Promise<void> {
    throw new Error('The first migration of cases has no way back: restore a backup');
  }
}
