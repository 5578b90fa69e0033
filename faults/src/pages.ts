import { faultsPage } from './page/faults-page.js';
import { provedElsewhere } from './page/proved-elsewhere.js';
import { keptCampaigns } from './results.js';

/** Path → the page of faults, as it should be now. */
export const faultPages = (): Readonly<Record<string, string>> => ({ 'docs/reference/faults.md': faultsPage(keptCampaigns(), provedElsewhere()) });
