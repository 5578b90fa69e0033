import type { ErasableKeys } from '../../keys/pg-keys.adapter.js';
import type { Credentials } from '../../sign-in/credentials.adapter.js';
import type { IdentityTokenVerifier } from '../../sign-in/identity-token-verifier.adapter.js';

/** What is left to do once a customer's erasure stands in the log: their key goes, and their sign-in with it. */
export class ForgetCustomer {
  constructor(
    private readonly keys: ErasableKeys,
    private readonly credentials: Credentials,
    private readonly tokens: IdentityTokenVerifier,
  ) {}

  async forget(tenant: string, customerId: string): Promise<void> {
    await this.keys.erase(tenant, customerId);
    await this.credentials.forgetCustomer(tenant, customerId);
    this.tokens.lookAgain();
  }
}
