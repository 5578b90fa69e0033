import { Text, TextLine } from '@onmaru/service-kit';
import { IsOptional } from 'class-validator';

export class ResolveCaseBody {
  @Text() resolution: string;
  @IsOptional() @TextLine(200) code?: string;
}
