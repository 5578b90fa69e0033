import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

/** Without `view`, every view. `compareOnly` changes nothing. */
export class ReplayBody {
  @IsOptional() @IsString() @MaxLength(100) view?: string;
  @IsOptional() @IsBoolean() compareOnly?: boolean;
}
