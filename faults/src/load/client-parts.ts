import type { Chance } from '../chance.js';
import type { Tenant } from '../ground/tenants.js';
import type { History } from '../history.js';

/** Who works under load, where, and for whom. */
export type ClientParts = {
  readonly name: string;
  readonly tenant: Tenant;
  readonly from: Chance;
  readonly history: History;
  readonly now: () => number;
  /** Answers of the past instead of new ones: a planted fault. */
  readonly remembersAnswers: boolean;
};
