import type { Decider } from '@onmaru/event-sourcing';
import { changeRole, type ChangeRole } from './change-role/change-role.js';
import { disableStaff, type DisableStaff } from './disable-staff/disable-staff.js';
import { enableStaff, type EnableStaff } from './enable-staff/enable-staff.js';
import { hireStaff, type HireStaff } from './hire-staff/hire-staff.js';
import { openCustomerSignIn, type OpenCustomerSignIn } from './open-customer-sign-in/open-customer-sign-in.js';
import { evolve, initialState, type Decision, type User, type UserEvent, type UserRefusal } from './user.js';

export type UserCommand = HireStaff | ChangeRole | DisableStaff | EnableStaff | OpenCustomerSignIn;

const decide = (command: UserCommand, current: User): Decision<UserEvent> => {
  switch (command.type) {
    case 'HireStaff':
      return hireStaff(command, current);
    case 'ChangeRole':
      return changeRole(command, current);
    case 'DisableStaff':
      return disableStaff(command, current);
    case 'EnableStaff':
      return enableStaff(command, current);
    case 'OpenCustomerSignIn':
      return openCustomerSignIn(command, current);
  }
};

export const userDecider: Decider<User, UserCommand, UserEvent, UserRefusal> = { decide, evolve, initialState };
