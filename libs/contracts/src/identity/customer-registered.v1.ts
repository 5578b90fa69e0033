export const CUSTOMER_REGISTERED_V1 = 'identity.customer-registered.v1';

/**
 * Somebody became a customer. Topic `identity.customer`, key `customer-<customerId>`.
 *
 * Personal, sealed with the customer's key under `customerId`: `name`, `email`, `phone`; null once erased.
 */
export type CustomerRegisteredV1 = {
  readonly customerId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: 'ko' | 'en' | null;
  /** Id in the system that the customer was taken over from. */
  readonly externalId: string | null;
};
