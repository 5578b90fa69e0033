import { IsInt, Max, Min } from 'class-validator';

export class SetCapacityBody {
  /** How many cases routing may give them at once. */
  @IsInt() @Min(0) @Max(1000) capacity: number;
}
