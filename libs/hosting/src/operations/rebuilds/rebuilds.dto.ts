import type { Rebuild } from '@onmaru/read-models';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

/** Without `views`, every view. `compareOnly` changes nothing. */
export class StartRebuildsBody {
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true }) views?: string[];
  @IsOptional() @IsBoolean() compareOnly?: boolean;
}

/** `equal`: the rows that served were those that the log makes, which has `rows` of them with this `hash`. */
export class RebuildBody implements Rebuild {
  @IsString() view: string;
  @IsIn(['running', 'paused', 'done', 'failed']) state: Rebuild['state'];
  @IsBoolean() compareOnly: boolean;
  @IsInt() position: number;
  @IsInt() head: number;
  @IsInt() eventsPerSecond: number;
  @IsString() startedAt: string;
  @IsOptional() @IsString() finishedAt?: string;
  @IsOptional() @IsBoolean() equal?: boolean;
  @IsOptional() @IsInt() rows?: number;
  @IsOptional() @IsString() hash?: string;
  @IsOptional() @IsString() reason?: string;
}
