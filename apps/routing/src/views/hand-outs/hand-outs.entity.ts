import { asNumber } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandOut, HandOuts } from './hand-outs.js';

@Entity({ schema: 'routing', name: 'hand_outs_1' })
export class HandOutsRow implements HandOuts {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') caseId: string;
  @Column('text', { nullable: true }) holderId: string | null;
  @Column('bigint', { transformer: asNumber }) takenPosition: number;
  @Column('jsonb') decisions: readonly HandOut[];
  @Column('bigint', { transformer: asNumber }) position: number;
}
