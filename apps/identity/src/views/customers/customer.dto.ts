import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
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
  @IsOptional() @IsString() name: string | null;
  @IsOptional() @IsEmail() email: string | null;
  @IsOptional() @IsString() phone: string | null;
  @IsOptional() @IsIn(['ko', 'en']) locale: Locale | null;
  @IsOptional() @IsString() externalId: string | null;
  @IsISO8601() registeredAt: string;
  @IsOptional() @IsISO8601() erasedAt: string | null;
}

export class CustomersBody {
  @IsArray() @ValidateNested({ each: true }) @Type(() => CustomerBody) items: readonly CustomerBody[];
  @IsOptional() @IsString() nextCursor: string | null;
}
