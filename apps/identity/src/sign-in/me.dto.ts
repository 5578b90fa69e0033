import { IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import type { Role } from '@onmaru/service-kit';

export class MeBody {
  /** Of the staff member, the customer or the program. */
  @IsString() id: string;
  @IsString() tenant: string;
  @IsIn(['customer', 'agent', 'supervisor', 'analyst', 'admin']) role: Role;
  @IsOptional() @IsString() name: string | null;
  @IsArray() @IsString({ each: true }) permissions: readonly string[];
  @IsOptional() @IsIn(['ko', 'en']) locale: 'ko' | 'en' | null;
}
