/** A configuration that cannot be used: names the variable, what it holds, and what it should be. */
export class BadConfiguration extends Error {
  constructor(variable: string, value: string | undefined, wanted: string) {
    super(`${variable} ${value === undefined ? 'is not set' : `is "${value}"`}: it must be ${wanted}`);
    this.name = 'BadConfiguration';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type Reader<T> = (variable: string, environment: Environment) => T;

const read =
  <T>(wanted: string, parse: (value: string) => T | undefined, fallback?: T): Reader<T> =>
  (variable, environment) => {
    const value = environment[variable];
    if (value === undefined || value === '') {
      if (fallback !== undefined) return fallback;
      throw new BadConfiguration(variable, value, wanted);
    }
    const parsed = parse(value);
    if (parsed === undefined) throw new BadConfiguration(variable, value, wanted);
    return parsed;
  };

/** The same for what no message may show. */
const withheld =
  <T>(wanted: string, parse: (value: string) => T | undefined): Reader<T> =>
  (variable, environment) => {
    const value = environment[variable];
    const parsed = value ? parse(value) : undefined;
    if (parsed === undefined) throw new BadConfiguration(variable, value ? '…' : undefined, wanted);
    return parsed;
  };

export const text = (fallback?: string) => read('some text', (value) => value, fallback);

export const port = (fallback?: number) =>
  read('a port number from 0 to 65535', (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined), fallback);

export const oneOf = <const T extends string>(choices: readonly T[], fallback?: T) =>
  read<T>(`one of ${choices.join(', ')}`, (value) => choices.find((choice) => choice === value), fallback);

/** Text that nobody is to read in a message: at least `length` characters. */
export const secret = (length: number): Reader<string> => withheld(`a secret of at least ${length} characters`, (value) => (value.length >= length ? value : undefined));

/** An address that may hold a password, such as `postgres://…`. */
export const urlOf = (...schemes: readonly string[]): Reader<string> =>
  withheld(`an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`, (value) => (URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)) ? value : undefined));

/** Several, with commas between them. */
export const listOf = (wanted: string, isOne: (value: string) => boolean): Reader<readonly string[]> =>
  read(`a list of ${wanted} with commas between them`, (value) => {
    const all = value.split(',').map((one) => one.trim());
    return all.every(isOne) ? all : undefined;
  });

/** Text, or null where it is not set. */
export const optional: Reader<string | null> = (variable, environment) => environment[variable] || null;

/** The environment as a typed object, read once at start. Throws {@link BadConfiguration} for the first bad variable. */
export const readConfig = <Shape extends Readonly<Record<string, readonly [variable: string, reader: Reader<unknown>]>>>(
  shape: Shape,
  environment: Environment,
) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, [variable, reader]]) => [name, reader(variable, environment)]),
  ) as { readonly [Name in keyof Shape]: ReturnType<Shape[Name][1]> };
