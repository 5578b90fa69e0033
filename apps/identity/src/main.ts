import { runService } from '@onmaru/hosting/service';
import { IDENTITY, IdentityModule, pgKeys } from './identity.module.js';

await runService({
  service: IDENTITY,
  keys: ({ pool }) => pgKeys(pool),
  module: (ports, { serviceKey, secureCookies }) => IdentityModule.with({ ...ports, serviceKey, secureCookies }),
});
