import { IsInt, IsNumber, Min } from 'class-validator';

/** The events after one position of the log, up to another. */
export class TimeCopyBody {
  @IsInt() @Min(0) after: number;
  @IsInt() @Min(0) upTo: number;
}

export class TimedCopyBody {
  @IsInt() events: number;
  @IsNumber() seconds: number;
}
