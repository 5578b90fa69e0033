import { asInstant, asNumber } from '@onmaru/read-models';
import type { Instant } from '@onmaru/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgramRole } from '../../account/account.js';
import type { ApiKey } from './api-key.js';

@Entity({ schema: 'identity', name: 'api_keys_1' })
export class ApiKeyRow implements ApiKey {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') role: ProgramRole;
  @Column('timestamptz', { transformer: asInstant }) issuedAt: Instant;
  @Column('timestamptz', { transformer: asInstant, nullable: true }) revokedAt: Instant | null;
  @Column('bigint', { transformer: asNumber }) issuedPosition: number;
  @Column('bigint', { transformer: asNumber }) revision: number;
  @Column('bigint', { transformer: asNumber }) position: number;
}
