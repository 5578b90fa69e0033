import { aCase, type Scenario } from './scenarios.js';

/** A JSON Schema of the API description, as far as an example needs it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** The least that a schema takes. */
const exampleOf = ({ type, enum: values, format, minimum, items, properties = {}, required = [] }: Schema): unknown => {
  if (values) return values[0];
  if (format === 'date-time') return '2099-01-01T00:00:00.000Z';
  if (type === 'object') return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {})]));
  if (type === 'array') return [exampleOf(items ?? {})];
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  return type === 'boolean' ? true : 'An example';
};

/**
 * How to ask what needs nothing said of it: what stands in no path, and what is read of a case or done to one. What a
 * new case `can` is done; the rules may say no to the rest.
 */
export const usualScenario = (name: string, body: Schema | undefined, can: readonly string[]): Scenario | undefined => {
  const said = body && { body: () => exampleOf(body) as object };
  if (/^GET [^{]*$/.test(name)) return {};
  if (/^GET \/api\/v1\/cases\/\{id\}(\/[a-z-]+)?$/.test(name)) return aCase();
  const verb = /^POST \/api\/v1\/cases\/\{id\}\/([a-z-]+)$/.exec(name)?.[1];
  return verb === undefined ? undefined : { ...aCase(), ...said, ...(!can.includes(verb) && { refusable: true as const }) };
};
