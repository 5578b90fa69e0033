import { OrNull } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PRESENCES, type Presence } from '../../agent/agent.js';

export class AgentsFilters {
  @IsOptional() @IsIn([...PRESENCES]) presence?: Presence;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class AgentBody {
  /** Of the staff member. */
  @IsUUID() id: string;
  @IsInt() revision: number;
  @IsIn([...PRESENCES]) presence: Presence;
  /** How many cases routing has given them that are not done. */
  @IsInt() places: number;
  /** How many cases routing may give them at once. */
  @IsInt() capacity: number;
}

export class AgentsBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => AgentBody) items: readonly AgentBody[];
  @OrNull('string') nextCursor: string | null;
}
