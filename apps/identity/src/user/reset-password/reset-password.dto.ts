import { IsString } from 'class-validator';

export class NewPasswordBody {
  /** The password for the next sign-in, shown in this answer alone. */
  @IsString() oneTimePassword: string;
}
