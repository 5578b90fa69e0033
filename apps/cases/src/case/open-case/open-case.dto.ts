import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { Grade } from '../case-events.js';

/** `customerId` is needed unless the caller is that customer. Impact and urgency are 3, the least, unless they are said. */
export class OpenCaseBody {
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  subject: string;

  @IsString()
  @MaxLength(20_000)
  description: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  customerId?: string;

  @IsString()
  @MinLength(1)
  @MaxLength(50)
  channel: string;

  @IsOptional()
  @IsIn([1, 2, 3])
  impact?: Grade;

  @IsOptional()
  @IsIn([1, 2, 3])
  urgency?: Grade;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  category?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  product?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  externalId?: string;
}
