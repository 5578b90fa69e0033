import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsIn, IsInt, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { VERBS, type Verb } from '../case/possible-verbs.js';
import type { Attributes, HoldReason } from '../case/case.js';
import type { Grade, Priority } from '../case-policy/priority-matrix.js';
import type { CaseAnswer } from './case-answer.js';

export class AssigneeBody {
  @IsString() id: string;
  @IsOptional() @IsString() externalId: string | null;
  @IsOptional() @IsString() name: string | null;
}

export class CaseCustomerBody {
  @IsString() id: string;
  @IsOptional() @IsString() name: string | null;
}

/** The case as every read and every write answers it. */
export class CaseAnswerBody implements CaseAnswer {
  @IsString() id: string;
  @IsInt() revision: number;
  @IsOptional() @IsString() externalId: string | null;
  @IsString() number: string;
  @IsOptional() @IsString() subject: string | null;
  @IsOptional() @IsString() description: string | null;
  @IsOptional() @IsString() customerId: string | null;
  @IsString() channel: string;
  @IsIn(['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled']) state: CaseAnswer['state'];
  @IsOptional() @IsIn(['customer', 'vendor', 'problem', 'evidence']) holdReason: HoldReason | null;
  @IsOptional() @IsIn([1, 2, 3]) impact: Grade | null;
  @IsOptional() @IsIn([1, 2, 3]) urgency: Grade | null;
  @IsOptional() @IsIn([1, 2, 3, 4]) priority: Priority | null;
  @IsOptional() @IsInt() policyVersion: number | null;
  @IsOptional() @IsString() category: string | null;
  @IsOptional() @IsString() subcategory: string | null;
  @IsObject() attributes: Attributes;
  @IsOptional() @IsString() queue: string | null;
  @IsOptional() @ValidateNested() @Type(() => AssigneeBody) assignee: AssigneeBody | null;
  @IsOptional() @ValidateNested() @Type(() => CaseCustomerBody) customer: CaseCustomerBody | null;
  @IsInt() reopenCount: number;
  @IsInt() transferCount: number;
  @IsDateString() openedAt: string;
  @IsDateString() updatedAt: string;
  @IsOptional() @IsDateString() resolvedAt: string | null;
  @IsOptional() @IsDateString() closedAt: string | null;
  @IsArray() @IsIn([...VERBS], { each: true }) can: readonly Verb[];
}

export class CasePageBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseAnswerBody) items: readonly CaseAnswerBody[];
  @IsOptional() @IsString() nextCursor: string | null;
}
