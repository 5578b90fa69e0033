import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Min } from 'class-validator';

/** `position`: only what has seen the log up to there is ready. `alone`: whatever becomes of those that it stands before. */
export class ReadinessQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) position?: number;
  @IsOptional() @Matches(/^(true|false)$/) alone?: string;
}
