import { IsString, MaxLength, MinLength } from 'class-validator';

/** `assignee` by the id of a member of staff. */
export class AssignCaseBody {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  assignee: string;
}
