import { IsIn } from 'class-validator';
import type { Grade } from '../case-events.js';

export class PrioritiseCaseBody {
  @IsIn([1, 2, 3])
  impact: Grade;

  @IsIn([1, 2, 3])
  urgency: Grade;
}
