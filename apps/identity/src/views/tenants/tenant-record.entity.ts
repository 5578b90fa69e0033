import { asNumber } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantRecord } from './tenant-record.js';

@Entity({ schema: 'identity', name: 'tenants_1' })
export class TenantRow implements TenantRecord {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') id: string;
  @Column('text') name: string;
  @Column('bigint', { transformer: asNumber }) revision: number;
  @Column('bigint', { transformer: asNumber }) position: number;
}
