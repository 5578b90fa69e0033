import { OrNull } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';

export class QueuesFilters {
  /** The whole name; case and spaces do not matter. */
  @IsOptional() @IsString() @MaxLength(200) name?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class QueueBody {
  @IsUUID() id: string;
  @IsInt() revision: number;
  @IsString() name: string;
}

export class QueuesBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => QueueBody) items: readonly QueueBody[];
  @OrNull('string') nextCursor: string | null;
}
