import type { CaseCommand } from '../src/servicenow/acts.js';

/** A case as a reader of nothing but its commands would have it. */
type Folded = {
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

/** What a command changes of what is compared. One that has no line here changes nothing of it. */
const changeBy = (command: CaseCommand, before: Folded): Partial<Folded> => {
  const { at } = command;
  if (command.type === 'OpenCase') {
    const { impact, urgency, category, subcategory, attributes, group } = command.data;
    return { ...open, state: 'new', assignee: null, reopenCount: 0, transferCount: 0, openedAt: at, impact, urgency, category, subcategory, attributes, queue: queueOf(group) };
  }
  if (command.type === 'CategoriseCase' || command.type === 'PrioritiseCase') return command.data;
  if (command.type === 'SetCaseAttributes') return { attributes: { ...before.attributes, ...command.data.attributes } };
  if (command.type === 'TransferCase') return { queue: queueOf(command.data.group), transferCount: before.transferCount + 1 };
  if (command.type === 'AssignCase') return { assignee: command.data.assignee };
  if (command.type === 'HoldCase') return { state: 'on-hold', holdReason: command.data.reason };
  if (command.type === 'UnassignCase') return { assignee: null };
  if (command.type === 'StartWork' || command.type === 'ResumeCase') return { state: 'in-progress', holdReason: null };
  if (command.type === 'ReopenCase') return { ...open, state: 'in-progress', reopenCount: before.reopenCount + 1 };
  if (command.type === 'ResolveCase') return { state: 'resolved', holdReason: null, resolvedAt: at };
  if (command.type === 'CloseCase') return { state: 'closed', holdReason: null, resolvedAt: before.resolvedAt ?? at, closedAt: at };
  return {};
};
