import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';

/** What {@link TextLine} asks for. */
export const LINE_WITH_TEXT = /^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\s][^\p{Cc}\p{Cs}]*$/u;

/** What {@link Text} asks for. */
export const WITH_TEXT = /\S/u;

/** Text of a body, of one line or many: something other than spaces, at most `max` long. */
export const Text = (max = 20_000): PropertyDecorator => applyDecorators(IsString(), MaxLength(max), Matches(WITH_TEXT));

/** Text of a body in one line: something other than spaces, without control characters, at most `max` long. */
export const TextLine = (max: number): PropertyDecorator => applyDecorators(IsString(), MaxLength(max), Matches(LINE_WITH_TEXT));
