import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class CategoriseCaseBody {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  category: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  subcategory?: string;
}
