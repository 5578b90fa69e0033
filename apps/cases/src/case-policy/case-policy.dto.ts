import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDateString, IsInt, IsNumber, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { OrNull, Shape } from '@onmaru/service-kit';
import type { PriorityMatrix } from './priority-matrix.js';

const row = { type: 'array' as const, minItems: 3, maxItems: 3, items: { type: 'integer' as const, minimum: 1, maximum: 4 } };

/** `matrix`: rows are impact 1 to 3, columns urgency 1 to 3, cells priorities 1 to 4. */
export class DraftCasePolicyBody {
  @IsArray()
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  @Shape({ items: row })
  matrix: PriorityMatrix;

  @IsNumber()
  @Min(0)
  @Max(24 * 366)
  reopenWindowHours: number;

  @IsOptional()
  @IsDateString()
  effectiveFrom?: string;
}

export class CasePolicyVersion {
  @IsInt() @Min(1) @Max(1_000_000) version: number;
}

export class CasePolicyBody {
  @IsInt() version: number;
  @IsArray() @Shape({ items: row }) matrix: PriorityMatrix;
  @IsNumber() reopenWindowHours: number;
  @OrNull('string', { format: 'date-time' }) effectiveFrom: string | null;
  @OrNull('string', { format: 'date-time' }) publishedAt: string | null;
  @IsBoolean() inForce: boolean;
}

export class CasePoliciesBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => CasePolicyBody) items: readonly CasePolicyBody[];
}
