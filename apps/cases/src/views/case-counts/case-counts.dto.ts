import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
import type { CaseCounts } from './case-counts.query.js';

export class QueueCountBody {
  @IsString() queue: string;
  @IsInt() count: number;
}

export class CaseCountsBody implements CaseCounts {
  @IsInt() mine: number;
  @IsInt() unassigned: number;
  @IsInt() onHold: number;
  @IsInt() reopened: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => QueueCountBody) byQueue: readonly QueueCountBody[];
}
