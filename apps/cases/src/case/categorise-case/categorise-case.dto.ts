import { TextLine } from '@onmaru/service-kit';
import { IsOptional } from 'class-validator';

export class CategoriseCaseBody {
  @TextLine(200) category: string;
  @IsOptional() @TextLine(200) subcategory?: string;
}
