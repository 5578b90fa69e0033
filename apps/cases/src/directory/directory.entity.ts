import { asNumber } from '@onmaru/read-models';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DirectoryKind = 'customer' | 'queue' | 'staff';

/** What other contexts call those that cases name by id, as their contracts told us. */
@Entity({ schema: 'cases', name: 'directory' })
export class DirectoryRow {
  @PrimaryColumn('text') tenant: string;
  @PrimaryColumn('text') kind: DirectoryKind;
  @PrimaryColumn('text') id: string;
  /** Null once the person is erased. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text', { array: true }) grams: readonly string[];
  /** Position of the event that said so, so that an older message never undoes a newer one. */
  @Column({ type: 'bigint', transformer: asNumber }) position: number;
}
