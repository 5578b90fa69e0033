import type { StoredEvent } from '@onmaru/event-sourcing';
import { findings, type Check } from './findings.js';
import type { Sighting } from './stream-book.js';

/** A row whose tenant is not that of the streams which make a row of this key. */
export type StrayRow = { readonly view: string; readonly tenant: string; readonly key: readonly string[] };

export type TenantsCheck = {
  see(event: StoredEvent, sighting: Sighting): void;
  /** How many rows of a view were looked at, and which of them are in a tenant that they do not come from. */
  rows(checked: number, strays: readonly StrayRow[]): void;
  end(): Check;
};

/** Categories of which each tenant has one stream, named like the tenant. */
const NAMED_BY_TENANT = new Set(['tenant', 'casepolicy']);

/** I9: no stream and no row bears two tenants. */
export const tenantsCheck = (): TenantsCheck => {
  const found = findings('I9');
  return {
    see({ tenant, stream, position }, { previous, firstTenant }) {
      if (previous !== 0) return;
      found.count();
      const dash = stream.indexOf('-');
      const foreign = NAMED_BY_TENANT.has(stream.slice(0, dash)) && stream.slice(dash + 1) !== tenant;
      if (tenant !== firstTenant) found.breach({ what: 'stream-of-two-tenants', tenant, stream, position });
      if (foreign) found.breach({ what: 'stream-named-by-another-tenant', tenant, stream, position });
    },
    rows(checked, strays) {
      found.count(checked);
      for (const stray of strays) found.breach({ what: 'row-in-another-tenant', ...stray });
    },
    end: found.check,
  };
};
