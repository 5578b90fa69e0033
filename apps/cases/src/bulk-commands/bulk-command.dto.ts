import { Allow, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { Shape } from '@onmaru/service-kit';
import type { Attributes } from '../case/case-words.js';
import type { Grade } from '../case-policy/priority-matrix.js';
import { SetCaseAttributesBody } from '../case/set-case-attributes/set-case-attributes.dto.js';
import { HoldCaseBody } from '../case/hold-case/hold-case.dto.js';
import { PrioritiseCaseBody } from '../case/prioritise-case/prioritise-case.dto.js';
import { ChangeCaseCustomerBody } from '../case/change-case-customer/change-case-customer.dto.js';

const orNull = (type: string) => Shape({ type: [type, 'null'], maxLength: 1000 });

export class OpenCaseData {
  @IsString() @MinLength(1) @MaxLength(200) externalId: string;
  @IsOptional() @orNull('string') customerId?: string | null;
  @IsString() @MinLength(1) @MaxLength(50) channel: string;
  @IsIn([1, 2, 3]) impact: Grade;
  @IsIn([1, 2, 3]) urgency: Grade;
  @IsOptional() @orNull('string') category?: string | null;
  @IsOptional() @orNull('string') subcategory?: string | null;
  @IsOptional() @IsObject() @Shape({ additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 1000 }, maxProperties: 100 }) attributes?: Attributes;
  @IsOptional() @orNull('string') queueId?: string | null;
}

export class CategoriseCaseData {
  @Allow() @orNull('string') category: string | null;
  @Allow() @orNull('string') subcategory: string | null;
}

export class TransferCaseData {
  @Allow() @orNull('string') queueId: string | null;
}

export class AssignCaseData {
  @IsString() @MinLength(1) assigneeId: string;
}

export class ResolveCaseData {
  @Allow() @orNull('string') resolution: string | null;
  @Allow() @orNull('string') code: string | null;
}

export class ReasonData {
  @Allow() @orNull('string') reason: string | null;
}

export class NoData {}

/** What each kind of act says. */
export const ACT_DATA = {
  OpenCase: OpenCaseData,
  CategoriseCase: CategoriseCaseData,
  PrioritiseCase: PrioritiseCaseBody,
  SetCaseAttributes: SetCaseAttributesBody,
  ChangeCaseCustomer: ChangeCaseCustomerBody,
  TransferCase: TransferCaseData,
  AssignCase: AssignCaseData,
  UnassignCase: NoData,
  StartWork: NoData,
  HoldCase: HoldCaseBody,
  ResumeCase: NoData,
  ResolveCase: ResolveCaseData,
  CloseCase: NoData,
  ReopenCase: ReasonData,
  CancelCase: ReasonData,
} as const;

/** A line of the bulk endpoint, before its data is looked into. */
export class BulkLine {
  @IsString() @MinLength(1) @MaxLength(200) case: string;
  @IsString() @MinLength(1) @MaxLength(128) commandId: string;
  @IsIn(Object.keys(ACT_DATA)) type: keyof typeof ACT_DATA;
  @IsDateString() at: string;
  @IsString() @MinLength(1) @MaxLength(200) actor: string;
  @IsOptional() @IsInt() @Min(1) row?: number;
  @IsObject() data: object;
}

export class BulkQuery {
  /** The system that the history comes from, as part of each case's id. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(50) source?: string;
}
