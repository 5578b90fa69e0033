import type { Reply, Request } from './in-child.js';

const answer = async ({ contender, task }: Request): Promise<Reply> => {
  try {
    const { run } = (await import(`./${contender}.ts`)) as { readonly run: (task: unknown) => Promise<unknown> };
    return { result: await run(task) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

process.once('message', (request: Request) => {
  void answer(request).then((reply) => process.send?.(reply, () => process.exit(0)));
});
