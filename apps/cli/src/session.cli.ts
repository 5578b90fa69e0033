import { Failure } from './platform/failure.js';
import type { Api } from './platform/api.adapter.js';
import { platformOf } from './platform/platform.adapter.js';
import { settingsFrom, type Settings } from './platform/settings.config.js';
import { terminal } from './terminal.adapter.js';

/** Options that every command which asks a platform has. */
export type PlatformOptions = { readonly tenant?: string };

/** Does `work` with the platform that is meant, and ends with the exit code that it answers. */
export const onPlatform = ({ tenant }: PlatformOptions, work: (api: Api, settings: Settings) => Promise<number>): Promise<void> =>
  locally(async (settings) => {
    const { api, end } = await platformOf(settings, tenant, terminal.talk);
    try {
      return await work(api, settings);
    } finally {
      await end();
    }
  });

/** Does `work` that needs no platform. A failure is said with its cause and its cure. */
export const locally = async (work: (settings: Settings) => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await work(settingsFrom(process.env, process.cwd()));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.talk(`${error.message}\n${error.cure}`);
    process.exitCode = error.exitCode;
  }
};
