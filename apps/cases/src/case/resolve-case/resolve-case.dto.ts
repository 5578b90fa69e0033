import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class ResolveCaseBody {
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  resolution: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  code?: string;
}
