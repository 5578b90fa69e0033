import { Api } from './api.adapter.js';
import type { Settings } from './settings.config.js';
import { standaloneOf } from './standalone.adapter.js';

type Platform = { readonly api: Api; readonly end: () => Promise<void> };

/** The platform that the settings name, signed in to. */
export const platformOf = async ({ target, language }: Settings, talk: (text: string) => void): Promise<Platform> => {
  const headers = { 'accept-language': language };
  if ('url' in target) return { api: new Api(target.url, target.token, headers), end: async () => {} };
  const { access, end } = await standaloneOf(target.dataFolder, talk);
  return { api: new Api(access.url, access.token, headers), end };
};
