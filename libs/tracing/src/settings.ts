/** Which traces are kept: all, none, or this part of them, by their ids; `parentBased`: what is begun elsewhere on the platform is kept as it was begun. */
export type Sampling = { readonly root: number; readonly parentBased: boolean };

type Environment = Readonly<Record<string, string | undefined>>;

const SAMPLERS: Readonly<Record<string, 'all' | 'none' | 'part'>> = { always_on: 'all', always_off: 'none', traceidratio: 'part' };
const PARENT_BASED = 'parentbased_';

/** A variable that cannot be used stops the start, and is named. */
const bad = (variable: string, value: string, wanted: string): Error => Object.assign(new Error(`${variable} is "${value}": it must be ${wanted}`), { name: 'BadConfiguration' });

const isHttp = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');

const ratioOf = ({ OTEL_TRACES_SAMPLER_ARG: said }: Environment): number => {
  const ratio = Number(said || 1);
  if (ratio >= 0 && ratio <= 1) return ratio;
  throw bad('OTEL_TRACES_SAMPLER_ARG', said ?? '', 'a part from 0 to 1, such as 0.1');
};

const samplingOf = (environment: Environment): Sampling => {
  const said = environment['OTEL_TRACES_SAMPLER'] || 'parentbased_always_on';
  const parentBased = said.startsWith(PARENT_BASED);
  const root = SAMPLERS[parentBased ? said.slice(PARENT_BASED.length) : said];
  if (root === undefined) throw bad('OTEL_TRACES_SAMPLER', said, `one of ${Object.keys(SAMPLERS).join(', ')}, also with ${PARENT_BASED} before it`);
  return { parentBased, root: root === 'part' ? ratioOf(environment) : root === 'all' ? 1 : 0 };
};

/** What OpenTelemetry's variables say of traces; undefined where they say that none are to be sent. Throws for one that cannot be used. */
export const tracesToSend = (environment: Environment): Sampling | undefined => {
  const { OTEL_SDK_DISABLED: disabled } = environment;
  const places = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].flatMap((variable) => (environment[variable] ? [[variable, environment[variable]] as const] : []));
  if (places.length === 0 || disabled?.toLowerCase() === 'true') return undefined;
  for (const [variable, url] of places) if (!isHttp(url)) throw bad(variable, url, 'an address such as http://127.0.0.1:4318');
  return samplingOf(environment);
};
