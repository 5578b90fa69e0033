import { IsString, MaxLength, MinLength } from 'class-validator';

export class ReopenCaseBody {
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  reason: string;
}
