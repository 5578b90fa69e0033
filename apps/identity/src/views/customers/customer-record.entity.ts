import { asInstant, asNumber } from '@onmaru/read-models';
import type { Instant } from '@onmaru/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../customer/customer.js';
import type { CustomerRecord } from './customer-record.js';

@Entity({ schema: 'identity', name: 'customers_1' })
export class CustomerRow implements CustomerRecord {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) locale: Locale | null;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text', { nullable: true }) searchText: string | null;
  @Column('text', { array: true, nullable: true }) grams: readonly string[] | null;
  @Column('timestamptz', { transformer: asInstant }) registeredAt: Instant;
  @Column('timestamptz', { transformer: asInstant, nullable: true }) erasedAt: Instant | null;
  @Column('bigint', { transformer: asNumber }) registeredPosition: number;
  @Column('bigint', { transformer: asNumber }) revision: number;
  @Column('bigint', { transformer: asNumber }) position: number;
}
