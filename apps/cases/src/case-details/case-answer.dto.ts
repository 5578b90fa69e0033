import { BodyOrNull, OrNull } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsIn, IsInt, IsObject, IsString, ValidateNested } from 'class-validator';
import { VERBS, type Verb } from '../case/possible-verbs.js';
import type { Attributes, HoldReason } from '../case/case-words.js';
import type { Grade, Priority } from '../case-policy/priority-matrix.js';
import type { CaseAnswer } from './case-answer.js';

export class AssigneeBody {
  @IsString() id: string;
  @OrNull('string') externalId: string | null;
  @OrNull('string') name: string | null;
}

export class CaseCustomerBody {
  @IsString() id: string;
  @OrNull('string') name: string | null;
}

/** The case as every read and every write answers it. */
export class CaseAnswerBody implements CaseAnswer {
  @IsString() id: string;
  @IsInt() revision: number;
  @OrNull('string') externalId: string | null;
  @IsString() number: string;
  @OrNull('string') subject: string | null;
  @OrNull('string') description: string | null;
  @OrNull('string') customerId: string | null;
  @IsString() channel: string;
  @IsIn(['new', 'in-progress', 'on-hold', 'resolved', 'closed', 'cancelled']) state: CaseAnswer['state'];
  @OrNull('string', { enum: ['customer', 'vendor', 'problem', 'evidence', null] }) holdReason: HoldReason | null;
  @OrNull('integer', { enum: [1, 2, 3, null] }) impact: Grade | null;
  @OrNull('integer', { enum: [1, 2, 3, null] }) urgency: Grade | null;
  @OrNull('integer', { enum: [1, 2, 3, 4, null] }) priority: Priority | null;
  @OrNull('integer') policyVersion: number | null;
  @OrNull('string') category: string | null;
  @OrNull('string') subcategory: string | null;
  @IsObject() attributes: Attributes;
  @OrNull('string') queue: string | null;
  @BodyOrNull(() => AssigneeBody) assignee: AssigneeBody | null;
  @BodyOrNull(() => CaseCustomerBody) customer: CaseCustomerBody | null;
  @IsInt() reopenCount: number;
  @IsInt() transferCount: number;
  @IsDateString() openedAt: string;
  @IsDateString() updatedAt: string;
  @OrNull('string', { format: 'date-time' }) resolvedAt: string | null;
  @OrNull('string', { format: 'date-time' }) closedAt: string | null;
  @IsArray() @IsIn([...VERBS], { each: true }) can: readonly Verb[];
}

export class CasePageBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseAnswerBody) items: readonly CaseAnswerBody[];
  @OrNull('string') nextCursor: string | null;
}
