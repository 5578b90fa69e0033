import { IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import { TextLine } from '@onmaru/service-kit';
import type { Locale } from '../customer.js';

/** `externalId`: id in the system that the customer is taken over from; it must not be personal itself. */
export class RegisterCustomerBody {
  @TextLine(200) name: string;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string;
  @IsOptional() @TextLine(50) phone?: string;
  @IsOptional() @IsIn(['ko', 'en']) locale?: Locale;
  @IsOptional() @TextLine(200) externalId?: string;
}
