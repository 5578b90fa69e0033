import { IsString, MaxLength, MinLength } from 'class-validator';

export class ReplyToCustomerBody {
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  text: string;
}
