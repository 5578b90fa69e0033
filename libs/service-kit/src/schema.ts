import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { JSONSchema, targetConstructorToSchema } from 'class-validator-jsonschema';

/** A JSON Schema of an object, as far as we look into it. */
export type ObjectSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
};

/** Says of a property, in JSON Schema 2020-12, what class-validator has no decorator for: nulls, and what a map may hold. */
export const Shape = (schema: object): PropertyDecorator => JSONSchema(schema as never) as PropertyDecorator;

const known = new Map<Type, ObjectSchema>();

/**
 * The JSON Schema of a class that class-validator declares: closed (an unknown member is an error), nested classes
 * written out. Throws for a validator that JSON Schema cannot say, since it would not be checked.
 */
export const schemaOf = (type: Type): ObjectSchema => {
  const schema = known.get(type) ?? closed(targetConstructorToSchema(type, options));
  known.set(type, schema);
  return schema;
};

/** A reference to the class's schema among the components of the API description. */
export const schemaRef = (type: Type): { $ref: string } => {
  schemaOf(type);
  return { $ref: `#/components/schemas/${type.name}` };
};

/** Every schema that routes have asked for, by class name. */
export const knownSchemas = (): Record<string, ObjectSchema> =>
  Object.fromEntries([...known].map(([type, schema]) => [type.name, schema]));

const options: Parameters<typeof targetConstructorToSchema>[1] = {
  classTransformerMetadataStorage: defaultMetadataStorage,
  additionalConverters: {
    isDateString: { type: 'string', format: 'date-time' },
    customValidation: ({ propertyName }) => {
      throw new Error(`${propertyName}: a custom validator cannot be said in JSON Schema`);
    },
    nestedValidation: ({ target, propertyName }) => {
      const nested = defaultMetadataStorage.findTypeMetadata(target as Type, propertyName);
      if (!nested) throw new Error(`${propertyName}: say its class with @Type(() => …)`);
      const schema = schemaOf(nested.typeFunction() as Type) as never;
      return nested.reflectedType === Array ? { type: 'array', items: schema } : schema;
    },
  },
};

const closed = (schema: object): ObjectSchema => ({ type: 'object', properties: {}, ...schema, additionalProperties: false });
