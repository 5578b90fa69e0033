import { OrNull } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { TimelineItem } from './case-timeline.js';

export class TimelinePageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit?: number;
  @IsOptional() @Matches(/^\d{1,9}$/) cursor?: string;
}

export class TimelineActorBody {
  @IsIn(['staff', 'customer', 'program', 'system', 'external']) kind: TimelineItem['actor']['kind'];
  @IsString() id: string;
  @OrNull('string') name: string | null;
}

export class TimelineItemBody implements TimelineItem {
  @IsInt() position: number;
  @IsInt() revision: number;
  @IsString() type: string;
  @IsDateString() occurredAt: string;
  @IsDateString() recordedAt: string;
  @ValidateNested() @Type(() => TimelineActorBody) actor: TimelineActorBody;
  @IsObject() data: object;
}

export class TimelinePageBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => TimelineItemBody) items: readonly TimelineItemBody[];
  @OrNull('string') nextCursor: string | null;
}
