import { asNumber } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../../user/user.js';
import type { StaffMember } from './staff-member.js';

@Entity({ schema: 'identity', name: 'staff_1' })
export class StaffRow implements StaffMember {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text') role: StaffRole;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('boolean') disabled: boolean;
  @Column('bigint', { transformer: asNumber }) hiredPosition: number;
  @Column('bigint', { transformer: asNumber }) revision: number;
  @Column('bigint', { transformer: asNumber }) position: number;
}
