import { ArrayMaxSize, IsArray, IsDateString, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** A part of the log: what is left out leaves nothing out. `from` is before the first event, `upTo` the last one's position. */
export class ScratchBody {
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true }) views?: string[];
  @IsOptional() @IsInt() @Min(0) from?: number;
  @IsOptional() @IsInt() @Min(0) upTo?: number;
  /** What happened from then on. */
  @IsOptional() @IsDateString() since?: string;
  /** What happened by then. */
  @IsOptional() @IsDateString() until?: string;
  @IsOptional() @IsString() @MaxLength(63) tenant?: string;
  /** Stored names, such as `cases.CaseOpened.v1`. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) @MaxLength(100, { each: true }) types?: string[];
}
