import { asInstant, asNumber } from '@onmaru/read-models';
import type { Instant } from '@onmaru/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the view that the specs of this folder prove. */
@Entity({ schema: 'sample', name: 'case_words_1' })
export class CaseWords {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') id: string;
  @Column('text', { nullable: true }) customerId: string | null;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text', { array: true }) tags: readonly string[];
  @Column('jsonb') attributes: object;
  @Column('int') changes: number;
  @Column({ type: 'timestamptz', transformer: asInstant }) openedAt: Instant;
  @Column({ type: 'bigint', transformer: asNumber }) position: number;
}
