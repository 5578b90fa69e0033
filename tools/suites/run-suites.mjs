const crashed = (error) => ({ passed: 0, failed: 1, notRun: [], notes: [], output: error instanceof Error ? (error.stack ?? error.message) : String(error) });

/** Runs at most `slots` suites at once, the longest first, those that want the machine to themselves at the end. */
export const runSuites = async (suites, { slots, before, fresh, say }) => {
  const results = [];
  const running = new Map();
  const started = Date.now();
  const width = String(suites.length).length;

  const expected = ({ name, usually = 0 }) => before.seconds(name) ?? usually;

  const one = async (suite) => {
    const same = !fresh && suite.key ? before.find(suite.name, suite.key) : undefined;
    const begun = Date.now();
    running.set(suite.name, begun);
    const result = same ?? (await suite.act().catch(crashed));
    running.delete(suite.name);
    const seconds = same ? same.seconds : Math.round((Date.now() - begun) / 100) / 10;
    results.push({ ...result, name: suite.name, seconds, reused: same !== undefined });
    const { passed, failed, output, notRun, notes } = result;
    if (failed > 0) say(output);
    const how = same ? `as at ${same.at}: nothing it depends on has changed since` : `${seconds} s`;
    say(`[${String(results.length).padStart(width)}/${suites.length}] ${failed > 0 ? 'FAILED' : 'ok    '} ${suite.name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''} (${how})`);
    if (failed === 0 && suite.key && !same) before.keep(suite.name, { key: suite.key, at: new Date().toISOString(), seconds, passed, failed, notRun, notes, output: '' });
  };

  const still = setInterval(() => {
    const names = [...running].map(([name, since]) => `${name} (${Math.round((Date.now() - since) / 1000)} s)`);
    if (names.length > 0) say(`        ${Math.round((Date.now() - started) / 1000)} s, still running: ${names.join(', ')}`);
  }, 30_000);
  const queue = suites.filter(({ alone }) => !alone).sort((a, b) => expected(b) - expected(a));
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await one(next);
  };
  await Promise.all(Array.from({ length: slots }, lane));
  for (const suite of suites.filter(({ alone }) => alone)) await one(suite);
  clearInterval(still);
  return results;
};
