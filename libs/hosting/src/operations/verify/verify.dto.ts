import type { Breach, Check } from '@onmaru/invariants';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, ValidateNested } from 'class-validator';
import type { Part, Verdict } from './verification.adapter.js';

/** Without `part`, all: the log (I2, I4, the streams of I9), and what was made of it here (I3, I8, the rows of I9). */
export class VerifyQuery {
  @IsOptional() @IsIn(['log', 'views']) part?: Part;
}

export class CheckBody implements Check {
  @IsIn(['I2', 'I3', 'I4', 'I8', 'I9']) id: string;
  @IsBoolean() ok: boolean;
  /** How many things were looked at. */
  @IsInt() checked: number;
  /** What is not as it must be, by place; never what stands there. */
  @IsArray() @IsObject({ each: true }) breaches: Breach[];
}

export class VerdictBody implements Verdict {
  @IsInt() events: number;
  @IsInt() streams: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CheckBody) checks: CheckBody[];
  @IsBoolean() ok: boolean;
}
