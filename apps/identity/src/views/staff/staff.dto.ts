import { OrNull, STAFF_ROLES } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { StaffRole } from '../../user/user.js';

export class StaffFilters {
  @IsOptional() @IsString() @MaxLength(200) externalId?: string;
  @IsOptional() @IsIn([...STAFF_ROLES]) role?: StaffRole;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class StaffBody {
  @IsUUID() id: string;
  @IsInt() revision: number;
  @OrNull('string') name: string | null;
  /** Null for staff without a sign-in. */
  @OrNull('string', { format: 'email' }) email: string | null;
  @IsIn([...STAFF_ROLES]) role: StaffRole;
  @OrNull('string') externalId: string | null;
  @IsBoolean() disabled: boolean;
}

export class HiredBody extends StaffBody {
  /** The password for the first sign-in, shown in this answer alone; staff without an e-mail address have none. */
  @IsOptional() @IsString() oneTimePassword?: string;
}

export class StaffPageBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => StaffBody) items: readonly StaffBody[];
  @OrNull('string') nextCursor: string | null;
}
