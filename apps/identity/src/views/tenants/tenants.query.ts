import type { Pool } from 'pg';

/** Every tenant of the platform: the one list that is not a tenant's own. */
export class TenantsQuery {
  constructor(private readonly pool: Pool) {}

  async all(): Promise<readonly { readonly tenant: string; readonly name: string }[]> {
    return (await this.pool.query<{ tenant: string; name: string }>('SELECT tenant, name FROM identity.tenants_1 ORDER BY tenant')).rows;
  }
}
