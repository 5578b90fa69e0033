import { IsInt, IsString } from 'class-validator';

/** A kind of problem in both languages; names in braces are filled from the members of an answer. */
export class ProblemBody {
  @IsString() code: string;
  @IsInt() status: number;
  @IsString() en: string;
  @IsString() ko: string;
}
