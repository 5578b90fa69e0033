import { IsIn } from 'class-validator';
import type { HoldReason } from '../case.js';

export class HoldCaseBody {
  @IsIn(['customer', 'vendor', 'problem', 'evidence'])
  reason: HoldReason;
}
