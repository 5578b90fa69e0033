import { STAFF_ROLES } from '@onmaru/service-kit';
import { IsIn } from 'class-validator';
import type { StaffRole } from '../user.js';

export class ChangeRoleBody {
  @IsIn([...STAFF_ROLES]) role: StaffRole;
}
