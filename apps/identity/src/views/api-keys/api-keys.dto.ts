import { OrNull, STAFF_ROLES } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { ProgramRole } from '../../account/account.js';

export class ApiKeysFilters {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class ApiKeyBody {
  @IsUUID() id: string;
  @IsInt() revision: number;
  @IsString() name: string;
  @IsIn([...STAFF_ROLES]) role: ProgramRole;
  @IsDateString() issuedAt: string;
  @OrNull('string', { format: 'date-time' }) revokedAt: string | null;
}

export class IssuedApiKeyBody extends ApiKeyBody {
  /** Sent as a bearer token; shown in this answer alone. */
  @IsOptional() @IsString() key?: string;
}

export class ApiKeysBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => ApiKeyBody) items: readonly ApiKeyBody[];
  @OrNull('string') nextCursor: string | null;
}
