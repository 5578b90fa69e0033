import type { Api } from './api.adapter.js';
import { Failure, misuse } from './failure.js';

/** The tenant of those who run a platform: they say for whom they act. */
const PLATFORM = 'platform';

/** The platform as one tenant sees it: the one named, else the token's own, else the only one there is. */
export const asTenant = async (api: Api, named: string | undefined): Promise<Api> => {
  if (named !== undefined) return api.inTenant(named);
  return (await runsPlatform(api)) ? api.inTenant(await onlyTenant(api)) : api;
};

/** Whether it is asked as one of those who run the platform. */
export const runsPlatform = async (api: Api): Promise<boolean> => (await api.json<{ tenant: string }>('me')).tenant === PLATFORM;

const onlyTenant = async (api: Api): Promise<string> => {
  const { items } = await api.json<{ items: readonly { tenant: string }[] }>('tenants');
  const [first, ...others] = items.map(({ tenant }) => tenant);
  if (first === undefined) throw new Failure('There is no tenant on this platform yet.', 'Create one: onmaru tenant create NAME --admin E-MAIL');
  if (others.length > 0) throw misuse(`There are several tenants: ${[first, ...others].join(', ')}.`, 'Say which one is meant with --tenant.');
  return first;
};
