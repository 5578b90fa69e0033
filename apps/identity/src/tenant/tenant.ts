import { refusals, type Decision as Decided, type Event, type EventTypes } from '@onmaru/event-sourcing';

export type TenantCreated = Event<'TenantCreated', { readonly name: string }>;
export type TenantEvent = TenantCreated;

export const tenantEvents: EventTypes<TenantEvent> = { context: 'identity', types: { TenantCreated: { version: 1 } } };

export type Tenant = { readonly state: 'unknown' } | { readonly state: 'created' };

export type TenantRefusal = 'tenant-exists';
export const refuse = refusals<TenantRefusal>();
export type Decision<E extends TenantEvent> = Decided<E, TenantRefusal>;

export const initialState: Tenant = { state: 'unknown' };

export const evolve = (_: Tenant, event: TenantEvent): Tenant => {
  switch (event.type) {
    case 'TenantCreated':
      return { state: 'created' };
  }
};
