import { IsString } from 'class-validator';

export class SignInOpenedBody {
  /** The password for the first sign-in, shown in this answer alone; none for a customer who could sign in before. */
  @IsString() oneTimePassword: string;
}
