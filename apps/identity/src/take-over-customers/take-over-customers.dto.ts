import { IsEmail, IsIn, IsOptional, MaxLength } from 'class-validator';
import { TextLine } from '@onmaru/service-kit';
import type { Locale } from '../customer/customer.js';

/** A line of the bulk endpoint: a customer of another system. `externalId` is their id there; it must not be personal itself. */
export class CustomerLine {
  @TextLine(200) externalId: string;
  @TextLine(200) name: string;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string;
  @IsOptional() @TextLine(50) phone?: string;
  @IsOptional() @IsIn(['ko', 'en']) locale?: Locale;
}
