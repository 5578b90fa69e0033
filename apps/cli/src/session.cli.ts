import type { Api } from './platform/api.adapter.js';
import { Failure } from './platform/failure.js';
import { platformOf } from './platform/platform.adapter.js';
import { asTenant } from './platform/tenant.adapter.js';
import { ownSettings, type Settings } from './platform/settings.config.js';
import { terminal } from './terminal.adapter.js';

export type TenantOption = { readonly tenant?: string };

/** Does `work` and ends with the exit code that it answers. A failure is said with its cause and its cure. */
export const doing = async (work: (settings: Settings) => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await work(ownSettings());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.talk(`${error.message}\n${error.cure}`);
    process.exitCode = error.exitCode;
  }
};

/** Does `work` on the platform that is meant, which is started for it where it has to be. */
export const onPlatform = async (settings: Settings, work: (api: Api) => Promise<number>): Promise<number> => {
  const { api, end } = await platformOf(settings, terminal.talk);
  try {
    return await work(api);
  } finally {
    api.close();
    await end();
  }
};

/** A command to the platform as a whole, or to one tenant of it where one is named. */
export const askingPlatform = ({ tenant }: TenantOption, work: (api: Api) => Promise<number>): Promise<void> =>
  doing((settings) => onPlatform(settings, (api) => work(tenant === undefined ? api : api.inTenant(tenant))));

/** A command to one tenant of the platform. */
export const askingTenant = ({ tenant }: TenantOption, work: (api: Api) => Promise<number>): Promise<void> =>
  doing((settings) => onPlatform(settings, async (api) => work(await asTenant(api, tenant))));
