import { BadConfiguration, given, type Environment } from './given.js';

export { BadConfiguration } from './given.js';

type Reader<T> = (variable: string, environment: Environment) => T;

type Saying = (value: string) => string;
const aloud: Saying = (value) => `is "${value}"`;
/** What is secret stands in no message. */
const withheld: Saying = (value) => (value === '' ? 'is empty' : 'cannot be used as it is');

const read =
  <T>(wanted: string, parse: (value: string) => T | undefined, fallback?: T, say: Saying = aloud): Reader<T> =>
  (variable, environment) => {
    const value = given(variable, environment);
    if (value === undefined || value === '') {
      if (fallback !== undefined) return fallback;
      throw new BadConfiguration(variable, value === undefined ? 'is not set' : say(value), wanted);
    }
    const parsed = parse(value);
    if (parsed === undefined) throw new BadConfiguration(variable, say(value), wanted);
    return parsed;
  };

const isHttp = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');

export const text = (fallback?: string) => read('some text', (value) => value, fallback);

export const port = (fallback?: number) =>
  read('a port number from 0 to 65535', (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined), fallback);

export const oneOf = <const T extends string>(choices: readonly T[], fallback?: T) =>
  read<T>(`one of ${choices.join(', ')}`, (value) => choices.find((choice) => choice === value), fallback);

/** A span of time, in whole seconds. */
export const seconds = (fallback?: number) => read('a number of seconds from 0 to 3600', (value) => (/^\d{1,4}$/.test(value) && Number(value) <= 3600 ? Number(value) : undefined), fallback);

/** Something secret, of `least` characters. */
export const secret = (least: number) => read(`a secret of at least ${least} characters`, (value) => (value.length >= least ? value : undefined), undefined, withheld);

/** Where another program is. */
export const httpUrl = (fallback?: string) => read('an address such as http://127.0.0.1:8081', (value) => (isHttp(value) ? value.replace(/\/+$/, '') : undefined), fallback);

/** Several, with commas between them. */
export const listOf = (wanted: string, isOne: (value: string) => boolean) =>
  read<readonly string[]>(`a list of ${wanted} with commas between them`, (value) => {
    const all = value.split(',').map((one) => one.trim());
    return all.every(isOne) ? all : undefined;
  });

const withPassword = (url: string, password: string | undefined): string => {
  if (url === '' || !password) return url;
  const own = new URL(url);
  own.password ||= encodeURIComponent(password);
  return own.href;
};

/** The addresses of Kafka. */
export const brokers = () => listOf('host:port', (value) => /^[\w.-]+:\d+$/.test(value));

/** Where a database is, and as whom one signs in there. An address without a password takes it from the variable `…_PASSWORD` beside `…_URL`. */
export const postgresUrl = (fallback?: string): Reader<string> => {
  const address = read('the address of a PostgreSQL database, such as postgres://reader:secret@127.0.0.1:5432/onmaru', (value) => (/^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? '') ? value : undefined), fallback, withheld);
  return (variable, environment) => withPassword(address(variable, environment), given(variable.replace(/_URL$/, '_PASSWORD'), environment));
};

/** `one=http://…,two=http://…` → the addresses by name, in that order and without a slash at the end. Those `needed` must be among them. */
export const urlsByName = (...needed: readonly string[]) =>
  read<ReadonlyMap<string, string>>(`a list such as ${(needed.length > 0 ? needed : ['name']).map((name) => `${name}=http://127.0.0.1:8081`).join()}, each name once`, (value) => {
    const named = value.split(',').map((pair) => /^\s*([a-z][a-z0-9-]*)=(\S+?)\/*\s*$/.exec(pair) ?? []);
    const urls = new Map(named.map(([, name = '', url = '']) => [name, url]));
    const isGood = urls.size === named.length && needed.every((name) => urls.has(name)) && [...urls.values()].every(isHttp);
    return isGood ? urls : undefined;
  });

/** Text, or null where it is not set. */
export const optional: Reader<string | null> = (variable, environment) => given(variable, environment) || null;

/** The environment as a typed object, read once at start. Throws {@link BadConfiguration} for the first bad variable. */
export const readConfig = <Shape extends Readonly<Record<string, readonly [variable: string, reader: Reader<unknown>]>>>(
  shape: Shape,
  environment: Environment,
) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, [variable, reader]]) => [name, reader(variable, environment)]),
  ) as { readonly [Name in keyof Shape]: ReturnType<Shape[Name][1]> };
