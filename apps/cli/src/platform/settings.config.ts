import { resolve } from 'node:path';
import { misuse } from './failure.js';

/** Which platform the command works on: one at an address, or the standalone of a data folder. */
type Target = { readonly url: string; readonly token: string } | { readonly dataFolder: string };

export type Settings = { readonly target: Target; readonly dataFolder: string; readonly language: string; readonly folder: string };

/** Environment → settings. Throws with the name of the variable that is wrong. */
export const settingsFrom = (env: NodeJS.ProcessEnv, folder: string): Settings => {
  const dataFolder = resolve(folder, env.ONMARU_DATA || '.onmaru');
  return {
    target: env.ONMARU_URL ? { url: address(env.ONMARU_URL), token: tokenIn(env) } : { dataFolder },
    dataFolder,
    language: (env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en').startsWith('ko') ? 'ko' : 'en',
    folder: (env.npm_lifecycle_event === 'onmaru' && env.INIT_CWD) || folder,
  };
};

/** The settings that this process was given. */
export const ownSettings = (): Settings => settingsFrom(process.env, process.cwd());

/** What a standalone is started with that works on `dataFolder` for one command. */
export const standaloneEnvironment = (dataFolder: string): NodeJS.ProcessEnv => ({ ...process.env, ONMARU_DATA: dataFolder, ONMARU_PORT: '0' });

const address = (text: string): string => {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw misuse(`ONMARU_URL is "${text}", which is not the address of a platform.`, 'Set it to something like http://127.0.0.1:8080.');
};

const tokenIn = ({ ONMARU_TOKEN }: NodeJS.ProcessEnv): string => {
  if (ONMARU_TOKEN && /^\S+$/.test(ONMARU_TOKEN)) return ONMARU_TOKEN;
  throw misuse(
    ONMARU_TOKEN ? 'ONMARU_TOKEN holds a space or a line break.' : 'ONMARU_URL is set, ONMARU_TOKEN is not.',
    'Set ONMARU_TOKEN to an access token or an API key of that platform.',
  );
};
