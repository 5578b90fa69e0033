import { IsString, MaxLength, MinLength } from 'class-validator';

export class AddNoteBody {
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  text: string;
}
