import { CUSTOMER_ERASED_V1, CUSTOMER_REGISTERED_V1, type CustomerNews } from '@onmaru/contracts';
import { decode, idOf, type StoredEvent } from '@onmaru/event-sourcing';
import { customers } from '../customer/customer.js';

/** What others see of a customer. Personal fields pass through as they stand in the log: sealed. */
export const publishCustomer = (stored: StoredEvent): CustomerNews => {
  const event = decode(customers.events, stored);
  switch (event.type) {
    case 'CustomerRegistered': {
      const { customerId, name, email, phone, locale, externalId } = event.data;
      return { type: CUSTOMER_REGISTERED_V1, data: { customerId, name, email, phone, locale, externalId } };
    }
    case 'CustomerErased':
      return { type: CUSTOMER_ERASED_V1, data: { customerId: idOf(stored) } };
  }
};
