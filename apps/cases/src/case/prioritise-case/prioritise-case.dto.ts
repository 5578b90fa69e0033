import { IsIn } from 'class-validator';
import type { Grade } from '../../case-policy/priority-matrix.js';

export class PrioritiseCaseBody {
  @IsIn([1, 2, 3])
  impact: Grade;

  @IsIn([1, 2, 3])
  urgency: Grade;
}
