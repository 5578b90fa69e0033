import type { Type } from '@nestjs/common';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { schemaOf } from './schema.js';

type Compiled = { readonly schema: unknown; readonly httpPart?: string };

const bodies = new Ajv({ coerceTypes: false, removeAdditional: false, allErrors: true, strict: false });
const texts = new Ajv({ coerceTypes: true, removeAdditional: false, allErrors: true, strict: false });
addFormats.default(bodies);
addFormats.default(texts);

/** Fastify's check of a request part: bodies as they are, queries and parameters read from text. */
export const schemaValidator = ({ schema, httpPart }: Compiled) => (httpPart === 'body' ? bodies : texts).compile(schema as object);

/** Checks values that do not come as a request's body, such as the lines of a long one, against a class's schema. */
export const checkerOf = (type: Type): ((value: unknown) => string | null) => {
  const check = bodies.compile(schemaOf(type));
  return (value) => {
    if (check(value)) return null;
    return bodies.errorsText(check.errors, { dataVar: '' });
  };
};
