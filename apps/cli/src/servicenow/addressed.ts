import type { CaseCommand } from './acts.js';
import { queueOf, type Ids } from './names.js';

/** A command as the platform takes it: with ids where the log has names. */
type AddressedCommand = Omit<CaseCommand, 'data'> & { readonly data: object };

export const addressed = (command: CaseCommand, ids: Ids): AddressedCommand => ({ ...command, data: dataOf(command, ids) });

const dataOf = (command: CaseCommand, { customers, staff, queues }: Ids): object => {
  switch (command.type) {
    case 'OpenCase': {
      const { customer, group, ...data } = command.data;
      return { ...data, customerId: idOf(customers, customer), queueId: idOf(queues, group && queueOf(group)) };
    }
    case 'ChangeCaseCustomer':
      return { customerId: idOf(customers, command.data.customer) };
    case 'TransferCase':
      return { queueId: idOf(queues, command.data.group && queueOf(command.data.group)) };
    case 'AssignCase':
      return { assigneeId: idOf(staff, command.data.assignee) };
    case 'CategoriseCase':
    case 'PrioritiseCase':
    case 'SetCaseAttributes':
    case 'HoldCase':
    case 'ResolveCase':
    case 'ReopenCase':
    case 'UnassignCase':
    case 'StartWork':
    case 'ResumeCase':
    case 'CloseCase':
      return command.data;
  }
};

const idOf = (ids: ReadonlyMap<string, string>, name: string | null): string | null => {
  if (name === null) return null;
  const id = ids.get(name);
  if (id === undefined) throw new Error(`${name} has no id`);
  return id;
};
