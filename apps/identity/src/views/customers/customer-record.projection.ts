import type { View } from '@onmaru/read-models';
import { customers, type CustomerEvent } from '../../customer/customer.js';
import { foldCustomer, type CustomerRecord } from './customer-record.js';
import { CustomerRow } from './customer-record.entity.js';

export const customersView: View<CustomerRecord, CustomerEvent> = {
  name: 'customers',
  entity: CustomerRow,
  of: customers,
  fold: foldCustomer,
  personal: { subject: 'id', columns: ['name', 'email', 'phone', 'searchText', 'grams'] },
  recorded: ['registeredPosition', 'position'],
};
