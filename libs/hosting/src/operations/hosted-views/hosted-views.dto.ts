import { BodyOrNull, TextLine } from '@onmaru/service-kit';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import type { ViewStanding } from './view-standings.query.js';

/** A stream that a view parked. */
export class RedriveBody {
  @TextLine(63) tenant: string;
  @TextLine(220) stream: string;
}

export class ParkedBody {
  @IsString() tenant: string;
  @IsString() stream: string;
  /** The event that could not be folded. */
  @IsInt() position: number;
  @IsString() reason: string;
}

export class ParkedStreamBody extends ParkedBody {
  @IsString() parkedAt: string;
}

/** `parked` is null when the stream goes on, else why it is parked again. */
export class RedrivenBody {
  @IsString() view: string;
  @BodyOrNull(() => ParkedBody) parked: ParkedBody | null;
}

export class ViewStandingBody implements ViewStanding {
  @IsString() view: string;
  @IsInt() position: number;
  @IsInt() head: number;
  @IsOptional() @IsString() failing?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ParkedStreamBody) parked: ParkedStreamBody[];
}
