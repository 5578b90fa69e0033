import { Shape, TextLine } from '@onmaru/service-kit';
import { ArrayMaxSize, IsArray, IsObject, IsString, MaxLength } from 'class-validator';

export class SubjectsBody {
  @TextLine(200) tenant: string;
  @IsArray() @ArrayMaxSize(50_000) @IsString({ each: true }) @MaxLength(200, { each: true }) subjects: readonly string[];
}

export class SubjectKeysBody {
  /** Base64 by subject; who has none, or was erased, is not in it. */
  @IsObject() @Shape({ additionalProperties: { type: 'string' } }) keys: Readonly<Record<string, string>>;
}
