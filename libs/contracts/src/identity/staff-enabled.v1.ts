export const STAFF_ENABLED_V1 = 'identity.staff-enabled.v1';

/** A disabled staff member is back. Topic `identity.user`, key `user-<userId>`. */
export type StaffEnabledV1 = { readonly userId: string };
