import { IsString, MaxLength, MinLength } from 'class-validator';

/** `queue` by its name. */
export class TransferCaseBody {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  queue: string;
}
