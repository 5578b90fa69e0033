import { Readable } from 'node:stream';
import { Problem } from '@onmaru/service-kit';
import { answeredJson, goodAnswer } from './answered-json.adapter.js';
import type { InTheirName } from './asking.adapter.js';
import type { ServiceLines } from './lines.adapter.js';
import type { Answered, Sent } from './service-line.adapter.js';
import { unavailable } from './unavailable.adapter.js';

/** A question to one service. `patient`: it may think for as long as the caller waits. */
export type Question = { readonly service: string; readonly path: string; readonly post?: object; readonly patient?: true };

type Told<Body> = { readonly service: string; readonly body: Body };
type Answers<Body> = { readonly told: readonly Told<Body>[]; readonly away: readonly string[] };

/** How long the others may still be asked once one has failed: what else is away is named, too. In milliseconds. */
const GRACE = 1000;

const sentOf = ({ path, post, patient }: Question, { headers, gone }: InTheirName): Sent => ({
  method: post ? 'POST' : 'GET',
  path,
  headers: [...headers, ...(post ? ['content-type', 'application/json'] : [])],
  body: post && Readable.from([Buffer.from(JSON.stringify(post))]),
  gone,
  ...(patient && { headWithin: Infinity }),
});

const isAway = (error: unknown): error is Problem => error instanceof Problem && error.code === 'unavailable';

/** Asks several services at once. Throws the problem `unavailable`, which names all that are away, else the first problem that one answers with. */
export class Services {
  constructor(private readonly lines: ServiceLines) {}

  get names(): readonly string[] {
    return this.lines.all.map(({ name }) => name);
  }

  async ask<Body>(questions: readonly Question[], asking: InTheirName): Promise<readonly Told<Body>[]> {
    const bodies = await this.together(questions, asking, (sent, service) => answeredJson<Body>(this.lines.called(service), sent));
    return bodies.map((body, at) => ({ service: (questions[at] as Question).service, body }));
  }

  /** The heads of answers, which go on. */
  open(questions: readonly Question[], asking: InTheirName): Promise<readonly Answered[]> {
    return this.together(questions, asking, (sent, service) => goodAnswer(this.lines.called(service), sent));
  }

  /** What those say who are there, and who is away. Throws the first problem that one answers with. */
  async askWhoIsThere<Body>(questions: readonly Question[], asking: InTheirName): Promise<Answers<Body>> {
    return this.each(questions, asking, isAway);
  }

  /** The same, of those who know what is asked for: who has nothing at that address is left out. */
  async askWhoKnows<Body>(questions: readonly Question[], asking: InTheirName): Promise<Answers<Body>> {
    return this.each(questions, asking, (error) => isAway(error) || (error instanceof Problem && error.code === 'not-found'));
  }

  private async each<Body>(questions: readonly Question[], asking: InTheirName, isExpected: (error: unknown) => boolean): Promise<Answers<Body>> {
    const settled = await Promise.allSettled(questions.map((question) => this.ask<Body>([question], asking)));
    const failures = settled.map((one) => (one.status === 'rejected' ? (one.reason as Error) : undefined));
    const wrong = failures.find((error) => error !== undefined && !isExpected(error));
    if (wrong !== undefined) throw wrong;
    return {
      told: settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
      away: questions.filter((_, at) => isAway(failures[at])).map(({ service }) => service),
    };
  }

  private async together<T>(questions: readonly Question[], asking: InTheirName, ask: (sent: Sent, service: string) => Promise<T>): Promise<readonly T[]> {
    const givenUp = new AbortController();
    const gone = AbortSignal.any([asking.gone, givenUp.signal]);
    const asked = questions.map((question) => ask(sentOf(question, { ...asking, gone }), question.service));
    for (const one of asked) one.catch(() => void setTimeout(() => givenUp.abort(new Problem('caller-gone')), GRACE).unref());
    const settled = await Promise.allSettled(asked);
    const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    const away = failed.filter(isAway);
    if (away.length > 0) throw unavailable([...new Set(away.flatMap(({ facts }) => (facts['services'] as readonly string[] | undefined) ?? []))], 1, away[0]);
    const said = failed.find((error) => !(error instanceof Problem && error.code === 'caller-gone')) ?? failed[0];
    if (said !== undefined) throw said;
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }
}
