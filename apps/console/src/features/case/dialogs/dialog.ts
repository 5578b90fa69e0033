import type { Case } from '../../../ui/api/types.js';

/** What every dialog about a case is given. */
export type DialogProps = { readonly shown: Case; readonly onClose: () => void };
