import type { Aggregate, Decision as Decided, Event, EventOf, EventTypes } from '@onmaru/event-sourcing';

export type StaffRole = 'agent' | 'supervisor' | 'analyst' | 'admin';

export type StaffHiredData = {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: StaffRole;
  readonly externalId: string | null;
  readonly capacity: number;
};

export type UserEvent =
  | Event<'StaffHired', StaffHiredData>
  | Event<'StaffRoleChanged', { readonly role: StaffRole }>
  | Event<'StaffDisabled', object>
  | Event<'StaffEnabled', object>
  | Event<'CustomerSignInOpened', { readonly customerId: string; readonly email: string | null }>;
export type Happened<Type extends UserEvent['type']> = EventOf<UserEvent, Type>;

export const userEvents = {
  context: 'identity',
  types: {
    StaffHired: { version: 1, personal: ['name', 'email'], subject: 'userId', told: true },
    StaffRoleChanged: { version: 1, told: true },
    StaffDisabled: { version: 1, told: true },
    StaffEnabled: { version: 1, told: true },
    CustomerSignInOpened: { version: 1, personal: ['email'], subject: 'customerId' },
  },
} as const satisfies EventTypes<UserEvent>;

export type User =
  | { readonly state: 'unknown' }
  | { readonly state: 'staff'; readonly role: StaffRole; readonly disabled: boolean }
  | { readonly state: 'customer' };

export type UserRefusal = 'external-id-in-use' | 'staff-not-found';
export type Decision<Type extends UserEvent['type']> = Decided<Happened<Type>, UserRefusal>;

export const initialState: User = { state: 'unknown' };

export const evolve = (current: User, event: UserEvent): User => {
  switch (event.type) {
    case 'StaffHired':
      return { state: 'staff', role: event.data.role, disabled: false };
    case 'CustomerSignInOpened':
      return { state: 'customer' };
    case 'StaffRoleChanged':
      return current.state === 'staff' ? { ...current, role: event.data.role } : current;
    case 'StaffDisabled':
      return current.state === 'staff' ? { ...current, disabled: true } : current;
    case 'StaffEnabled':
      return current.state === 'staff' ? { ...current, disabled: false } : current;
  }
};

export const users: Aggregate<User, UserEvent> = { category: 'user', events: userEvents, initialState, evolve };
