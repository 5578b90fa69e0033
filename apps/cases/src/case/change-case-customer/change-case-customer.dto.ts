import { IsString, MaxLength, MinLength } from 'class-validator';

export class ChangeCaseCustomerBody {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  customerId: string;
}
