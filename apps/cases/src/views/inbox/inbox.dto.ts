import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Which cases. Lists are separated by commas. */
export class InboxFilters {
  @IsOptional() @IsString() queue?: string;
  @IsOptional() @Matches(/^(new|in-progress|on-hold|resolved|closed|cancelled)(,(new|in-progress|on-hold|resolved|closed|cancelled))*$/) state?: string;
  @IsOptional() @Matches(/^[1-4](,[1-4])*$/) priority?: string;
  /** An id, `me`, or `none`. */
  @IsOptional() @IsString() assignee?: string;
  @IsOptional() @IsString() customerId?: string;
  @IsOptional() @IsString() externalId?: string;
  /** `true`: only cases that were reopened. */
  @IsOptional() @Matches(/^(true|false)$/) reopened?: string;
  @IsOptional() @MaxLength(200) q?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @MaxLength(200) cursor?: string;
}
