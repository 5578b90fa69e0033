import type { Decider } from '@onmaru/event-sourcing';
import { evolve, initialState, type Customer, type CustomerEvent, type CustomerRefusal, type Decision } from './customer.js';
import { eraseCustomer, type EraseCustomer } from './erase-customer/erase-customer.js';
import { registerCustomer, type RegisterCustomer } from './register-customer/register-customer.js';

export type CustomerCommand = RegisterCustomer | EraseCustomer;

const decide = (command: CustomerCommand, current: Customer): Decision<CustomerEvent> => {
  switch (command.type) {
    case 'RegisterCustomer':
      return registerCustomer(command, current);
    case 'EraseCustomer':
      return eraseCustomer(command, current);
  }
};

export const customerDecider: Decider<Customer, CustomerCommand, CustomerEvent, CustomerRefusal> = { decide, evolve, initialState };
