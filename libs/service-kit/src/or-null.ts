import { applyDecorators } from '@nestjs/common';
import { Allow } from 'class-validator';
import { Shape } from './schema.js';

/** A member of an answer that is always there, and null where there is nothing to say. `more` is JSON Schema. */
export const OrNull = (type: 'string' | 'integer', more: object = {}): PropertyDecorator =>
  applyDecorators(Allow(), Shape({ type: [type, 'null'], ...more }));
