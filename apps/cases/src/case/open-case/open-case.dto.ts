import { TextLine } from '@onmaru/service-kit';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Grade } from '../../case-policy/priority-matrix.js';

/** `customerId` is needed unless the caller is that customer. Impact and urgency are 3, the least, unless they are said. */
export class OpenCaseBody {
  @TextLine(300) subject: string;
  @IsString() @MaxLength(20_000) description: string;
  @IsOptional() @TextLine(200) customerId?: string;
  @TextLine(50) channel: string;
  @IsOptional() @IsIn([1, 2, 3]) impact?: Grade;
  @IsOptional() @IsIn([1, 2, 3]) urgency?: Grade;
  @IsOptional() @TextLine(200) category?: string;
  @IsOptional() @TextLine(200) product?: string;
  @IsOptional() @TextLine(200) externalId?: string;
}
