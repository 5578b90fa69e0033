/** Whose events a caller of `tenant` sees: their own tenant's, or, from the tenant that runs the `platform`, everybody's (null). */
export const scopeOf = (tenant: string, platform: string): string | null => (tenant === platform ? null : tenant);
