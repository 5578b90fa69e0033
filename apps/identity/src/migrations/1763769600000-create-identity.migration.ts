import { messagingTables } from '@onmaru/messaging';
import { readModelTables } from '@onmaru/read-models';
import { idempotencyKeyTable } from '@onmaru/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets stand in tables of their own; the tables of views can be thrown away and made again from the log. */
export class CreateIdentity1763769600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.secret (name text PRIMARY KEY, value bytea NOT NULL);

      CREATE TABLE identity.subject_key (
        tenant text NOT NULL, subject text NOT NULL, key bytea, erased_at timestamptz,
        PRIMARY KEY (tenant, subject), CHECK ((key IS NULL) = (erased_at IS NOT NULL)));

      CREATE TABLE identity.credential (
        user_id uuid PRIMARY KEY, tenant text NOT NULL, customer_id uuid, email_digest bytea NOT NULL UNIQUE,
        password_hash text NOT NULL, claimed_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX credential_customer ON identity.credential (tenant, customer_id) WHERE customer_id IS NOT NULL;

      CREATE TABLE identity.signing_key (
        kid text PRIMARY KEY, private_jwk jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), retired_at timestamptz);
      CREATE UNIQUE INDEX signing_key_in_use ON identity.signing_key ((true)) WHERE retired_at IS NULL;

      CREATE TABLE identity.session (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES identity.credential ON DELETE CASCADE,
        started_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, ended_at timestamptz);
      CREATE INDEX session_of_user ON identity.session (user_id);

      CREATE TABLE identity.refresh_token (
        hash bytea PRIMARY KEY, session_id uuid NOT NULL REFERENCES identity.session ON DELETE CASCADE,
        rotated_at timestamptz, successor bytea);
      CREATE INDEX refresh_token_session ON identity.refresh_token (session_id);

      CREATE TABLE identity.api_key (id uuid PRIMARY KEY, tenant text NOT NULL, hash bytea NOT NULL);

      CREATE TABLE identity.tenants_1 (
        tenant text NOT NULL, id text NOT NULL, name text NOT NULL, revision bigint NOT NULL, position bigint NOT NULL,
        PRIMARY KEY (tenant, id));

      CREATE TABLE identity.staff_1 (
        tenant text NOT NULL, id uuid NOT NULL, name text, email text, role text NOT NULL, external_id text,
        disabled boolean NOT NULL, hired_position bigint NOT NULL, revision bigint NOT NULL, position bigint NOT NULL,
        PRIMARY KEY (tenant, id));
      CREATE INDEX staff_1_in_order ON identity.staff_1 (tenant, hired_position);
      CREATE INDEX staff_1_external_id ON identity.staff_1 (tenant, external_id) WHERE external_id IS NOT NULL;

      CREATE TABLE identity.customers_1 (
        tenant text NOT NULL, id uuid NOT NULL, name text, email text, phone text, locale text, external_id text,
        search_text text, grams text[], registered_at timestamptz NOT NULL, erased_at timestamptz,
        registered_position bigint NOT NULL, revision bigint NOT NULL, position bigint NOT NULL,
        PRIMARY KEY (tenant, id));
      CREATE INDEX customers_1_in_order ON identity.customers_1 (tenant, registered_position);
      CREATE INDEX customers_1_external_id ON identity.customers_1 (tenant, external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX customers_1_grams ON identity.customers_1 USING gin (grams);

      CREATE TABLE identity.api_keys_1 (
        tenant text NOT NULL, id uuid NOT NULL, name text NOT NULL, role text NOT NULL, issued_at timestamptz NOT NULL,
        revoked_at timestamptz, issued_position bigint NOT NULL, revision bigint NOT NULL, position bigint NOT NULL,
        PRIMARY KEY (tenant, id));
    `);
    await runner.query(`${idempotencyKeyTable('identity')} ${readModelTables('identity')} ${messagingTables('identity')}`);
  }

  async down(): Promise<void> {
    throw new Error('The keys of identity are never thrown away; restore a backup instead');
  }
}
