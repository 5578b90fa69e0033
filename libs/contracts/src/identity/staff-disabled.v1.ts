export const STAFF_DISABLED_V1 = 'identity.staff-disabled.v1';

/** A staff member may do nothing from now on, until enabled. Topic `identity.user`, key `user-<userId>`. */
export type StaffDisabledV1 = { readonly userId: string };
