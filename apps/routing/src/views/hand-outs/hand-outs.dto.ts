import { OrNull } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, IsUUID, ValidateNested } from 'class-validator';
import type { FreedBecause, PassedOverBecause } from '../../agent/agent.js';

const REASONS = ['away', 'full', 'returned-it', 'fewer-free-places', 'given-work-later', 'joined-later'] as const satisfies readonly PassedOverBecause[];
const ENDS = ['done', 'assigned-to-another', 'waits-again'] as const satisfies readonly FreedBecause[];

export class PassedOverBody {
  @IsUUID() agentId: string;
  @IsIn([...REASONS]) because: PassedOverBecause;
  /** How many of their places were taken then. */
  @IsInt() places: number;
  @IsInt() capacity: number;
}

export class HandOutBody {
  @IsInt() position: number;
  @IsString() decidedAt: string;
  /** The agent who was given the case. */
  @IsUUID() agentId: string;
  /** Of the case, then. */
  @IsIn([1, 2, 3, 4]) priority: 1 | 2 | 3 | 4;
  @IsString() openedAt: string;
  /** How many cases waited then, this one included. */
  @IsInt() waiting: number;
  /** Of the agent, before. */
  @IsInt() freePlaces: number;
  @IsInt() capacity: number;
  /** Everybody else who was not offline. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PassedOverBody) passedOver: readonly PassedOverBody[];
  /** When the place was freed. */
  @OrNull('string') freedAt: string | null;
  @OrNull('string', { enum: [...ENDS, null] }) freedBecause: FreedBecause | null;
}

export class HandOutsBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => HandOutBody) items: readonly HandOutBody[];
}
