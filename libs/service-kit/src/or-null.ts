import { applyDecorators, type Type } from '@nestjs/common';
import { Allow } from 'class-validator';
import { schemaOf, Shape } from './schema.js';

/** A member of an answer that is always there, and null where there is nothing to say. `more` is JSON Schema. */
export const OrNull = (type: 'string' | 'integer' | 'number', more: object = {}): PropertyDecorator =>
  applyDecorators(Allow(), Shape({ type: [type, 'null'], ...more }));

/** The same for a member that is a body of its own. */
export const BodyOrNull = (body: () => Type): PropertyDecorator => (target, name) => {
  const schema = schemaOf(body());
  applyDecorators(Allow(), Shape({ ...schema, type: ['object', 'null'] }))(target, name);
};
