export const STAFF_ROLE_CHANGED_V1 = 'identity.staff-role-changed.v1';

/** A staff member has another role from now on. Topic `identity.user`, key `user-<userId>`. */
export type StaffRoleChangedV1 = { readonly userId: string; readonly role: 'agent' | 'supervisor' | 'analyst' | 'admin' };
