/** Where the walks go, as the set-up has left it. */
export const walkConfig = (environment: NodeJS.ProcessEnv = process.env) => {
  const { ONMARU_WALK_URL: url, ONMARU_WALK_PASSWORD: password, CHROMIUM_PATH: chromium = '/usr/bin/chromium' } = environment;
  if (url === undefined || password === undefined) throw new Error('The walks need a platform: ONMARU_WALK_URL and ONMARU_WALK_PASSWORD');
  return { url, password, chromium };
};
