import { IsArray, IsIn, IsString } from 'class-validator';
import { OrNull, type Role } from '@onmaru/service-kit';

export class MeBody {
  /** Of the staff member, the customer or the program. */
  @IsString() id: string;
  @IsString() tenant: string;
  @IsIn(['customer', 'agent', 'supervisor', 'analyst', 'admin']) role: Role;
  @OrNull('string') name: string | null;
  /** `<noun>:<verb>`; `case:*` stands for everything that can be done to one case. */
  @IsArray() @IsString({ each: true }) permissions: readonly string[];
  @OrNull('string', { enum: ['ko', 'en', null] }) locale: 'ko' | 'en' | null;
}
