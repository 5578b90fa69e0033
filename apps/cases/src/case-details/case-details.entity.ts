import { asInstant, asNumber } from '@onmaru/read-models';
import type { Instant } from '@onmaru/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KnownCase } from '../case/case.js';
import type { Attributes, HoldReason } from '../case/case-words.js';
import type { Grade, Priority } from '../case-policy/priority-matrix.js';
import type { CaseDetails } from './case-details.js';

@Entity({ schema: 'cases', name: 'case_details_1' })
export class CaseDetailsRow implements CaseDetails {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') id: string;
  @Column('int') revision: number;
  @Column({ type: 'bigint', transformer: asNumber }) position: number;
  @Column('text') number: string;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { nullable: true }) customerId: string | null;
  @Column('text') channel: string;
  @Column('text') state: KnownCase['state'];
  @Column('text', { nullable: true }) holdReason: HoldReason | null;
  @Column('int') impact: Grade;
  @Column('int') urgency: Grade;
  @Column('int') priority: Priority;
  @Column('int') policyVersion: number;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) subcategory: string | null;
  @Column('jsonb') attributes: Attributes;
  @Column('text', { nullable: true }) queueId: string | null;
  @Column('text', { nullable: true }) assigneeId: string | null;
  @Column('int') reopenCount: number;
  @Column('int') transferCount: number;
  @Column({ type: 'timestamptz', transformer: asInstant }) openedAt: Instant;
  @Column({ type: 'timestamptz', transformer: asInstant }) updatedAt: Instant;
  @Column({ type: 'timestamptz', transformer: asInstant, nullable: true }) resolvedAt: Instant | null;
  @Column({ type: 'timestamptz', transformer: asInstant, nullable: true }) closedAt: Instant | null;
  @Column('text', { nullable: true }) wordsOf: string | null;
  @Column('text', { nullable: true }) words: string | null;
  @Column('text', { array: true, nullable: true }) wordGrams: readonly string[] | null;
  @Column('text') labels: string;
  @Column('text', { array: true }) labelGrams: readonly string[];
}
