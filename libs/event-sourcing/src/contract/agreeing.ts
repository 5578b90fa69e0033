import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { newTenant, note, type LogUnderTest } from './log-under-test.js';
import { judge, type Asked, type Verdict } from './model.js';

type Step = Asked & { readonly stream: string; readonly beside: boolean };

const STREAMS = ['case-a', 'case-b', 'queue-c'];
const step: fc.Arbitrary<Step> = fc.record({
  stream: fc.constantFrom(...STREAMS),
  beside: fc.boolean(),
  expected: fc.oneof(fc.constantFrom('none' as const, 'exists' as const, 'any' as const), fc.integer({ min: 0, max: 9 })),
  commands: fc.array(fc.integer({ min: 1, max: 30 }).map(String), { minLength: 1, maxLength: 3 }),
});

export const agreeing = (log: () => LogUnderTest): void => {
  describe('whatever is asked of it', () => {
    const writers = async () => {
      const [tenant, mark, other] = [newTenant(), randomUUID(), await log().beside()];
      const append = async ({ stream, beside, expected, commands }: Step): Promise<Verdict> => {
        const events = commands.map((command) => note({ commandId: `${mark} ${command}` }));
        const answer = await (beside ? other : log().store).append({ tenant, stream, expected, events });
        if (answer.outcome === 'command-reused') throw new Error('no command has a body here');
        return { outcome: answer.outcome, revision: answer.revision };
      };
      const commandsIn = async (stream: string): Promise<readonly string[]> =>
        (await log().store.readStream(tenant, stream)).map(({ commandId }) => commandId.slice(mark.length + 1));
      return { append, commandsIn };
    };

    it('answers two writers who take turns as its promises say, to the last revision', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const { append, commandsIn } = await writers();
          const streams = new Map<string, readonly string[]>();
          for (const asked of steps) {
            const before = streams.get(asked.stream) ?? [];
            const verdict = judge(before, asked);
            expect(await append(asked)).toEqual(verdict);
            if (verdict.outcome === 'appended') streams.set(asked.stream, [...before, ...asked.commands]);
          }
          for (const stream of STREAMS) expect(await commandsIn(stream)).toEqual(streams.get(stream) ?? []);
        }),
        { numRuns: 40 },
      );
    }, 60_000);

    it('answers writers who all come at once as if they had taken turns', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 40 }), async (steps) => {
          const { append, commandsIn } = await writers();
          const answers = await Promise.all(steps.map(append));
          for (const stream of STREAMS) {
            const whole = await commandsIn(stream);
            const heard = steps.map((asked, n) => ({ asked, verdict: answers[n] as Verdict })).filter(({ asked }) => asked.stream === stream);
            const taken = heard.filter(({ verdict }) => verdict.outcome === 'appended').sort((one, next) => one.verdict.revision - next.verdict.revision);
            expect(whole).toEqual(taken.flatMap(({ asked }) => asked.commands));
            for (const { asked, verdict } of heard) {
              const moment = verdict.outcome === 'appended' ? verdict.revision - asked.commands.length : verdict.revision;
              expect(judge(whole.slice(0, moment), asked)).toEqual(verdict);
            }
          }
        }),
        { numRuns: 40 },
      );
    }, 60_000);
  });
};
