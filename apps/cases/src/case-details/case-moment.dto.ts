import { IsOptional, Matches } from 'class-validator';

export class CaseMoment {
  /** An RFC 3339 instant, or a position of the log. */
  @IsOptional()
  @Matches(/^(\d{1,15}|\d{4}-\d\d-\d\d[Tt].+)$/)
  asOf?: string;
}
