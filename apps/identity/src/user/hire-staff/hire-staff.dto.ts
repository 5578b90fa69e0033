import { STAFF_ROLES, TextLine } from '@onmaru/service-kit';
import { IsEmail, IsIn, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import type { StaffRole } from '../user.js';

/** Staff without an e-mail address have no sign-in. `capacity`: how many cases routing may give them at once, 5 unless it is said. */
export class HireStaffBody {
  @TextLine(200) name: string;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string;
  @IsIn([...STAFF_ROLES]) role: StaffRole;
  @IsOptional() @TextLine(200) externalId?: string;
  @IsOptional() @IsInt() @Min(0) @Max(1000) capacity?: number;
}
