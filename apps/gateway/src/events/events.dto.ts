import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Which events. `from` is the last position already seen, `upTo` the last one wanted (not for server-sent events). Types are separated by commas. */
export class EventsQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) from?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) upTo?: number;
  @IsOptional() @Matches(/^[a-z]+\.[A-Za-z]+\.v\d+(,[a-z]+\.[A-Za-z]+\.v\d+)*$/) type?: string;
  @IsOptional() @IsString() @MaxLength(200) stream?: string;
  @IsOptional() @IsString() @MaxLength(200) caseId?: string;
  /** RFC 3339; bounds on when it happened, both inclusive. */
  @IsOptional() @IsString() @MaxLength(40) since?: string;
  @IsOptional() @IsString() @MaxLength(40) until?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000_000) limit?: number;
  /** `true`: with personal fields, where the caller may see them. */
  @IsOptional() @Matches(/^(true|false)$/) personal?: string;
}
