export const CUSTOMER_ERASED_V1 = 'identity.customer-erased.v1';

/** A customer's key is gone: drop every opened copy of what was sealed with it. Topic `identity.customer`. */
export type CustomerErasedV1 = { readonly customerId: string };
