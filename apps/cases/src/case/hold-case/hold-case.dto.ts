import { IsIn } from 'class-validator';
import type { HoldReason } from '../case-words.js';

export class HoldCaseBody {
  @IsIn(['customer', 'vendor', 'problem', 'evidence'])
  reason: HoldReason;
}
