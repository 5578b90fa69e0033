import type { CaseCommand } from '../src/servicenow/acts.js';

/** A case as a reader of nothing but its commands would have it. */
export type Folded = {
  state: string;
  holdReason: string | null;
  queue: string | null;
  assignee: string | null;
  impact: number;
  urgency: number;
  category: string | null;
  subcategory: string | null;
  attributes: object;
  reopenCount: number;
  transferCount: number;
  openedAt: string;
  resolvedAt: string | null;
  closedAt: string | null;
};

export const foldCommands = (commands: readonly CaseCommand[]): Folded => {
  const folded = {} as Folded;
  for (const command of commands) Object.assign(folded, changeBy(command, folded));
  return folded;
};

const queueOf = (group: string | null) => group && `Group ${group}`;
const open = { resolvedAt: null, closedAt: null, holdReason: null };

const changeBy = (command: CaseCommand, before: Folded): Partial<Folded> => {
  const { at } = command;
  switch (command.type) {
    case 'OpenCase': {
      const { impact, urgency, category, subcategory, attributes, group } = command.data;
      return { ...open, state: 'new', assignee: null, reopenCount: 0, transferCount: 0, openedAt: at, impact, urgency, category, subcategory, attributes, queue: queueOf(group) };
    }
    case 'CategoriseCase':
    case 'PrioritiseCase':
      return command.data;
    case 'SetCaseAttributes':
      return { attributes: { ...before.attributes, ...command.data.attributes } };
    case 'TransferCase':
      return { queue: queueOf(command.data.group), transferCount: before.transferCount + 1 };
    case 'AssignCase':
      return { assignee: command.data.assignee };
    case 'UnassignCase':
      return { assignee: null };
    case 'HoldCase':
      return { state: 'on-hold', holdReason: command.data.reason };
    case 'StartWork':
    case 'ResumeCase':
      return { state: 'in-progress', holdReason: null };
    case 'ReopenCase':
      return { ...open, state: 'in-progress', reopenCount: before.reopenCount + 1 };
    case 'ResolveCase':
      return { state: 'resolved', holdReason: null, resolvedAt: at };
    case 'CloseCase':
      return { state: 'closed', holdReason: null, resolvedAt: before.resolvedAt ?? at, closedAt: at };
    case 'ChangeCaseCustomer':
      return {};
  }
};
