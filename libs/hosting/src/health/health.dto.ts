import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';

/** `position`: only what has seen the log up to there is ready. */
export class ReadinessQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) position?: number;
}
