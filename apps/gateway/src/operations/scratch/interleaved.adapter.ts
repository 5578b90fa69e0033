/** Chunks of text, wherever they are cut → its lines, without their ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  if (rest !== '') yield rest;
}

/** What several sources give, as it comes; of each in its own order. One that fails ends all. */
export async function* interleaved<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<T, void> {
  const going = sources.map((source) => source[Symbol.asyncIterator]());
  const nextOf = (at: number) => (going[at] as AsyncIterator<T>).next().then((result) => ({ at, result }));
  const next = new Map(going.map((_, at) => [at, nextOf(at)]));
  try {
    while (next.size > 0) {
      const { at, result } = await Promise.race(next.values());
      if (result.done) {
        next.delete(at);
        continue;
      }
      next.set(at, nextOf(at));
      yield result.value;
    }
  } finally {
    await Promise.allSettled(going.map(async (one) => one.return?.()));
  }
}
