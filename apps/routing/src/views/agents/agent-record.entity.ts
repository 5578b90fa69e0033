import { asNumber } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Presence } from '../../agent/agent.js';
import type { AgentRecord } from './agent-record.js';

@Entity({ schema: 'routing', name: 'agents_1' })
export class AgentRow implements AgentRecord {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') presence: Presence;
  @Column('int') capacity: number;
  @Column('int') places: number;
  @Column('bigint', { transformer: asNumber, nullable: true }) lastGivenPosition: number | null;
  @Column('boolean') hasLeft: boolean;
  @Column('bigint', { transformer: asNumber }) joinedPosition: number;
  @Column('bigint', { transformer: asNumber }) revision: number;
  @Column('bigint', { transformer: asNumber }) position: number;
}
