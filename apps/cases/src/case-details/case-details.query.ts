import type { DataSource } from 'typeorm';
import type { CaseDetails } from './case-details.js';
import { CaseDetailsRow } from './case-details.entity.js';

export class CaseDetailsQuery {
  constructor(private readonly source: DataSource) {}

  byId(tenant: string, id: string): Promise<CaseDetails | null> {
    return this.source.getRepository(CaseDetailsRow).findOneBy({ tenant, id });
  }
}
