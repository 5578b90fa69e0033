import type { ActionName } from '../actions.js';
import { AssignDialog } from './assign-dialog.js';
import { CategoriseDialog } from './categorise-dialog.js';
import { CloseDialog } from './close-dialog.js';
import type { DialogProps } from './dialog.js';
import { HoldDialog } from './hold-dialog.js';
import { PrioritiseDialog } from './prioritise-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { ResolveDialog } from './resolve-dialog.js';
import { TransferDialog } from './transfer-dialog.js';

type Props = DialogProps & { readonly action: ActionName | null };

/** The dialog of an action that asks something first. */
export const CaseDialog = ({ action, ...props }: Props) => {
  switch (action) {
    case 'resolve':
      return <ResolveDialog {...props} />;
    case 'hold':
      return <HoldDialog {...props} />;
    case 'transfer':
      return <TransferDialog {...props} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'prioritise':
      return <PrioritiseDialog {...props} />;
    case 'categorise':
      return <CategoriseDialog {...props} />;
    case 'reopen':
    case 'cancel':
      return <ReasonDialog {...props} verb={action} />;
    case 'close':
      return <CloseDialog {...props} />;
    case 'resume':
    case 'start-work':
    case 'unassign':
    case null:
      return null;
  }
};
