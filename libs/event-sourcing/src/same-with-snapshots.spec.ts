import fc from 'fast-check';
import { lap, lapped, laps, lapsWithout } from './contract/lap-counter.js';
import { context } from './contract/stamp-card.js';

type World = Awaited<ReturnType<typeof lapped>>;
type Programs = ReturnType<World['program']>[];

/** What is asked, of which of two programs: commands that are new, known since long, or used for another body. */
const command = fc.record({
  program: fc.nat(1),
  n: fc.oneof(fc.nat(460), fc.integer({ min: 440, max: 700 })),
  ofAnotherBody: fc.boolean(),
  by: fc.constantFrom('ada', 'ben', 'nobody'),
  expected: fc.option(fc.integer({ min: 0, max: 470 }), { nil: undefined, freq: 4 }),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ way: fc.constantFrom('handle' as const, 'handleToState' as const, 'create' as const), command }) },
  { weight: 2, arbitrary: fc.record({ way: fc.constant('handleMany' as const), commands: fc.array(command, { minLength: 1, maxLength: 4 }), isNew: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ way: fc.constant('restart' as const), program: fc.nat(1) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const cause = ({ n, ofAnotherBody }: Command) => context(`c${n}`, ofAnotherBody ? 'another' : `b${n}`);

const taken = async (world: World, programs: Programs, asked: Step): Promise<unknown> => {
  if (asked.way === 'restart') return void (programs[asked.program] = world.program());
  if (asked.way === 'handleMany') {
    const requests = asked.commands.map((one) => ({ context: cause(one), decide: lap(one.by) }));
    return programs[asked.commands[0]!.program]!.handleMany('demo', '1', requests, asked.isNew);
  }
  const { program, by, expected } = asked.command;
  return programs[program]![asked.way](cause(asked.command), '1', lap(by), expected);
};

/** All that was answered, what the stream adds up to, and its events; ids of events aside, which tell how often something was tried. */
const answers = async (world: World, steps: readonly Step[]): Promise<readonly string[]> => {
  const programs = [world.program(), world.program()];
  const said: unknown[] = [];
  for (const asked of steps) said.push(await taken(world, programs, asked));
  said.push(await programs[0]!.current('demo', '1'), await world.plain.readStream('demo', 'laps-1'));
  return said.map((answer) => `${JSON.stringify(answer)}`.replaceAll(/"id":"0{8}-[^"]+"/g, ''));
};

describe('Whatever is asked of streams', () => {
  it('is answered with snapshots as it is without them, to the last event', async () => {
    let used = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 195, max: 450 }), fc.array(step, { minLength: 1, maxLength: 25 }), async (length, steps) => {
        const [having, lacking] = [await lapped(length, laps), await lapped(length, lapsWithout)];
        expect(await answers(having, steps)).toEqual(await answers(lacking, steps));
        if (having.reads.some((after) => after >= 199)) used += 1;
        expect(await lacking.snapshot()).toBeNull();
      }),
      { numRuns: 100 },
    );
    expect(used).toBeGreaterThan(60);
  }, 60_000);
});
