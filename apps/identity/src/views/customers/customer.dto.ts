import { OrNull } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Locale } from '../../customer/customer.js';

export class CustomersFilters {
  /** Words of a name, an e-mail address or a telephone number, from two characters on. */
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  @IsOptional() @IsString() @MaxLength(200) externalId?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit?: number;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class CustomerBody {
  @IsUUID() id: string;
  @IsInt() revision: number;
  /** Null once they are erased, like the e-mail address and the telephone number. */
  @OrNull('string') name: string | null;
  @OrNull('string', { format: 'email' }) email: string | null;
  @OrNull('string') phone: string | null;
  @OrNull('string', { enum: ['ko', 'en', null] }) locale: Locale | null;
  @OrNull('string') externalId: string | null;
  @IsDateString() registeredAt: string;
  @OrNull('string', { format: 'date-time' }) erasedAt: string | null;
}

export class CustomersBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => CustomerBody) items: readonly CustomerBody[];
  @OrNull('string') nextCursor: string | null;
}
