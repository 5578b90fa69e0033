import type { Decider } from '@onmaru/event-sourcing';
import { evolve, initialState, type Case, type CaseRefusal, type Decision } from './case.js';
import type { CaseEvent } from './case-events.js';
import { addNote, type AddNote } from './add-note/add-note.js';
import { assignCase, type AssignCase } from './assign-case/assign-case.js';
import { cancelCase, type CancelCase } from './cancel-case/cancel-case.js';
import { categoriseCase, type CategoriseCase } from './categorise-case/categorise-case.js';
import { changeCaseCustomer, type ChangeCaseCustomer } from './change-case-customer/change-case-customer.js';
import { closeCase, type CloseCase } from './close-case/close-case.js';
import { handOutCase, type HandOutCase } from './hand-out-case/hand-out-case.js';
import { holdCase, type HoldCase } from './hold-case/hold-case.js';
import { openCase, type OpenCase } from './open-case/open-case.js';
import { prioritiseCase, type PrioritiseCase } from './prioritise-case/prioritise-case.js';
import { recordCustomerReply, type RecordCustomerReply } from './record-customer-reply/record-customer-reply.js';
import { reopenCase, type ReopenCase } from './reopen-case/reopen-case.js';
import { replyToCustomer, type ReplyToCustomer } from './reply-to-customer/reply-to-customer.js';
import { resolveCase, type ResolveCase } from './resolve-case/resolve-case.js';
import { resumeCase, type ResumeCase } from './resume-case/resume-case.js';
import { setCaseAttributes, type SetCaseAttributes } from './set-case-attributes/set-case-attributes.js';
import { startWork, type StartWork } from './start-work/start-work.js';
import { transferCase, type TransferCase } from './transfer-case/transfer-case.js';
import { unassignCase, type UnassignCase } from './unassign-case/unassign-case.js';

export type CaseCommand =
  | AddNote
  | AssignCase
  | CancelCase
  | CategoriseCase
  | ChangeCaseCustomer
  | CloseCase
  | HandOutCase
  | HoldCase
  | OpenCase
  | PrioritiseCase
  | RecordCustomerReply
  | ReopenCase
  | ReplyToCustomer
  | ResolveCase
  | ResumeCase
  | SetCaseAttributes
  | StartWork
  | TransferCase
  | UnassignCase;

const decide = (command: CaseCommand, current: Case): Decision<CaseEvent> => {
  switch (command.type) {
    case 'AddNote':
      return addNote(command, current);
    case 'AssignCase':
      return assignCase(command, current);
    case 'CancelCase':
      return cancelCase(command, current);
    case 'CategoriseCase':
      return categoriseCase(command, current);
    case 'ChangeCaseCustomer':
      return changeCaseCustomer(command, current);
    case 'CloseCase':
      return closeCase(command, current);
    case 'HandOutCase':
      return handOutCase(command, current);
    case 'HoldCase':
      return holdCase(command, current);
    case 'OpenCase':
      return openCase(command, current);
    case 'PrioritiseCase':
      return prioritiseCase(command, current);
    case 'RecordCustomerReply':
      return recordCustomerReply(command, current);
    case 'ReopenCase':
      return reopenCase(command, current);
    case 'ReplyToCustomer':
      return replyToCustomer(command, current);
    case 'ResolveCase':
      return resolveCase(command, current);
    case 'ResumeCase':
      return resumeCase(command, current);
    case 'SetCaseAttributes':
      return setCaseAttributes(command, current);
    case 'StartWork':
      return startWork(command, current);
    case 'TransferCase':
      return transferCase(command, current);
    case 'UnassignCase':
      return unassignCase(command, current);
  }
};

export const caseDecider: Decider<Case, CaseCommand, CaseEvent, CaseRefusal> = { decide, evolve, initialState };
