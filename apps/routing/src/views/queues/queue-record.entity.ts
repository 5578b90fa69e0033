import { asNumber } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QueueRecord } from './queue-record.js';

@Entity({ schema: 'routing', name: 'queues_1' })
export class QueueRow implements QueueRecord {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('bigint', { transformer: asNumber }) openedPosition: number;
  @Column('bigint', { transformer: asNumber }) revision: number;
  @Column('bigint', { transformer: asNumber }) position: number;
}
