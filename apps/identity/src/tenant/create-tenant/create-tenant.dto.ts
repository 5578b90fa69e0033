import { TextLine } from '@onmaru/service-kit';
import { IsEmail, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class CreateTenantBody {
  @TextLine(200) name: string;
  @IsEmail() @MaxLength(254) adminEmail: string;
  /** Short name, made from the name unless it is given. */
  @IsOptional() @IsString() @Matches(/^[a-z][a-z0-9-]{1,39}$/) slug?: string;
}

export class TenantCreatedBody {
  @IsString() tenant: string;
  @IsString() name: string;
  /** The password with which the first admin signs in, shown in this answer alone. */
  @IsOptional() @IsString() oneTimePassword?: string;
}
