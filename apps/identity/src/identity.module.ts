import { Module, type DynamicModule } from '@nestjs/common';
import { CUSTOMER_REGISTERED_V1, CUSTOMER_TOPIC } from '@onmaru/contracts';
import { IdempotencyKeys, newId, provided, TOKEN_VERIFIER, VIEWS, type Service, type ServicePorts } from '@onmaru/service-kit';
import { accounts } from './account/account.js';
import { AccountStreams } from './account/account-streams.adapter.js';
import { ApiKeys } from './account/api-keys.adapter.js';
import { IssueApiKeyHttp } from './account/issue-api-key/issue-api-key.http.js';
import { ACCOUNT_REFUSALS } from './account/refusals.http.js';
import { RevokeApiKeyHttp } from './account/revoke-api-key/revoke-api-key.http.js';
import { customers } from './customer/customer.js';
import { CustomerStreams } from './customer/customer-streams.adapter.js';
import { EraseCustomerHttp } from './customer/erase-customer/erase-customer.http.js';
import { CUSTOMER_REFUSALS } from './customer/refusals.http.js';
import { RegisterCustomerHttp } from './customer/register-customer/register-customer.http.js';
import { IntrospectTokenHttp } from './for-services/introspect-token.http.js';
import { SUBJECT_KEYS, SubjectKeysHttp } from './for-services/subject-keys.http.js';
import type { ErasableKeys } from './keys/pg-keys.adapter.js';
import { CreateIdentity1763769600000 } from './migrations/1763769600000-create-identity.migration.js';
import { Onboarding } from './onboarding/onboarding.adapter.js';
import { identityPublications } from './publishing/publications.js';
import { ForgetWhenCustomerErasedConsumer } from './processes/forget-when-customer-erased/forget-when-customer-erased.consumer.js';
import { ForgetCustomer } from './processes/forget-when-customer-erased/forget-customer.adapter.js';
import { AccessTokens } from './sign-in/access-tokens.adapter.js';
import { Credentials } from './sign-in/credentials.adapter.js';
import { IdentityTokenVerifier } from './sign-in/identity-token-verifier.adapter.js';
import { JwksHttp } from './sign-in/jwks.http.js';
import { MeHttp } from './sign-in/me.http.js';
import { PeopleQuery } from './sign-in/people.query.js';
import { platformSecret } from './sign-in/platform-secret.adapter.js';
import { SIGN_IN_PROBLEMS } from './sign-in/problems.http.js';
import { RefreshCookie } from './sign-in/refresh-cookie.adapter.js';
import { Sessions } from './sign-in/sessions.adapter.js';
import { ShownOnce } from './sign-in/shown-once.adapter.js';
import { SessionTokens } from './sign-in/session-tokens.adapter.js';
import { SignIn } from './sign-in/sign-in.adapter.js';
import { SignInHttp } from './sign-in/sign-in.http.js';
import { SIGN_IN_LIMITS, type SignInLimits } from './sign-in/sign-in-limits.js';
import { SignInThrottle } from './sign-in/sign-in-throttle.adapter.js';
import { SigningKeys } from './sign-in/signing-keys.adapter.js';
import { CreateTenantHttp } from './tenant/create-tenant/create-tenant.http.js';
import { Founding } from './tenant/create-tenant/founding.adapter.js';
import { TENANT_REFUSALS } from './tenant/refusals.http.js';
import { tenants } from './tenant/tenant.js';
import { TenantStreams } from './tenant/tenant-streams.adapter.js';
import { TakeOverCustomers } from './take-over-customers/take-over-customers.adapter.js';
import { TakeOverCustomersHttp } from './take-over-customers/take-over-customers.http.js';
import { ChangeRoleHttp } from './user/change-role/change-role.http.js';
import { DisableStaffHttp } from './user/disable-staff/disable-staff.http.js';
import { EnableStaffHttp } from './user/enable-staff/enable-staff.http.js';
import { HireStaffHttp } from './user/hire-staff/hire-staff.http.js';
import { Hiring } from './user/hire-staff/hiring.adapter.js';
import { CustomerSignIns } from './user/open-customer-sign-in/customer-sign-ins.adapter.js';
import { OpenCustomerSignInHttp } from './user/open-customer-sign-in/open-customer-sign-in.http.js';
import { USER_REFUSALS } from './user/refusals.http.js';
import { ResetPasswordHttp } from './user/reset-password/reset-password.http.js';
import { StaffCommands } from './user/staff-commands.adapter.js';
import { users } from './user/user.js';
import { UserStreams } from './user/user-streams.adapter.js';
import { apiKeysView } from './views/api-keys/api-key.projection.js';
import { ApiKeysHttp } from './views/api-keys/api-keys.http.js';
import { ApiKeysQuery } from './views/api-keys/api-keys.query.js';
import { customersView } from './views/customers/customer-record.projection.js';
import { CustomersHttp } from './views/customers/customers.http.js';
import { CustomersQuery } from './views/customers/customers.query.js';
import { staffView } from './views/staff/staff-member.projection.js';
import { StaffHttp } from './views/staff/staff.http.js';
import { StaffQuery } from './views/staff/staff.query.js';
import { tenantsView } from './views/tenants/tenant-record.projection.js';
import { TenantsHttp } from './views/tenants/tenants.http.js';
import { TenantsQuery } from './views/tenants/tenants.query.js';

export { newApiKey } from './account/new-api-key.adapter.js';
export { pgKeys, type ErasableKeys } from './keys/pg-keys.adapter.js';
export { Onboarding } from './onboarding/onboarding.adapter.js';
export { parseApiKey } from './sign-in/api-key-text.js';
export { SIGN_IN_LIMITS, type SignInLimits } from './sign-in/sign-in-limits.js';

/** It listens to its own words. */
export const IDENTITY = {
  name: 'identity',
  aggregates: [tenants, users, customers, accounts],
  views: [tenantsView, staffView, customersView, apiKeysView],
  entities: [],
  migrations: [CreateIdentity1763769600000],
  problems: { ...TENANT_REFUSALS, ...USER_REFUSALS, ...CUSTOMER_REFUSALS, ...ACCOUNT_REFUSALS, ...SIGN_IN_PROBLEMS },
  publications: identityPublications,
  listens: { topics: [CUSTOMER_TOPIC], ignores: [CUSTOMER_REGISTERED_V1] },
} as const satisfies Service;

export type IdentityPorts = Pick<ServicePorts, 'log' | 'pool' | 'views' | 'clock'> & {
  readonly keys: ErasableKeys;
  readonly signInLimits?: SignInLimits;
  /** By which the other services are known, where they run elsewhere; without it there is no door for them. */
  readonly serviceKey?: string;
  /** Cookies for `https:` alone, also where something before this server speaks it in its place. */
  readonly secureCookies?: boolean;
};

@Module({})
export class IdentityModule {
  static async with(ports: IdentityPorts): Promise<DynamicModule> {
    const { log, pool, keys, views, clock, signInLimits = SIGN_IN_LIMITS, secureCookies = false, serviceKey } = ports;
    const streamPorts = { log, clock, newId };
    const [tenantStreams, userStreams] = [new TenantStreams(streamPorts), new UserStreams(streamPorts)];
    const [customerStreams, accountStreams] = [new CustomerStreams(streamPorts), new AccountStreams(streamPorts)];
    const credentials = new Credentials(pool, log, await platformSecret(pool, 'e-mail digests'));
    const people = new PeopleQuery(pool);
    const accessTokens = new AccessTokens(new SigningKeys(pool), clock);
    const tokens = new IdentityTokenVerifier(accessTokens, people, clock, serviceKey);
    const shown = new ShownOnce();
    const hiring = new Hiring(log, userStreams, credentials, shown);
    const apiKeys = new ApiKeys(pool, accountStreams, shown);
    const signIns = new CustomerSignIns(log, userStreams, credentials, shown);
    const sessions = new SessionTokens(new Sessions(pool, clock), people, accessTokens, tokens);
    const throttle = new SignInThrottle(clock, signInLimits);
    return {
      module: IdentityModule,
      global: true,
      controllers: [...CONTROLLERS, ...(serviceKey === undefined ? [] : FOR_SERVICES), ForgetWhenCustomerErasedConsumer],
      providers: [
        { provide: TOKEN_VERIFIER, useValue: tokens },
        { provide: SUBJECT_KEYS, useValue: keys },
        { provide: VIEWS, useValue: views },
        ...provided(tokens, accessTokens, credentials, userStreams, customerStreams, accountStreams, hiring, signIns, sessions, apiKeys),
        ...provided(new SignIn(credentials, throttle, sessions, views, log), new RefreshCookie(secureCookies), new IdempotencyKeys(pool, 'identity')),
        ...provided(new Founding(tenantStreams, hiring, credentials), new StaffCommands(userStreams, tokens), new ForgetCustomer(keys, credentials, tokens)),
        ...provided(new Onboarding(tenantStreams, customerStreams, hiring, signIns, apiKeys)),
        ...provided(new TakeOverCustomers(customerStreams, clock)),
        ...provided(new TenantsQuery(pool), new StaffQuery(pool), new CustomersQuery(pool), new ApiKeysQuery(pool)),
      ],
      exports: [TOKEN_VERIFIER, Onboarding],
    };
  }
}

const CONTROLLERS = [
  ...[SignInHttp, MeHttp, JwksHttp, CreateTenantHttp, TenantsHttp],
  ...[HireStaffHttp, StaffHttp, ChangeRoleHttp, DisableStaffHttp, EnableStaffHttp, ResetPasswordHttp],
  ...[RegisterCustomerHttp, TakeOverCustomersHttp, CustomersHttp, EraseCustomerHttp, OpenCustomerSignInHttp],
  ...[IssueApiKeyHttp, ApiKeysHttp, RevokeApiKeyHttp],
];

const FOR_SERVICES = [IntrospectTokenHttp, SubjectKeysHttp];
