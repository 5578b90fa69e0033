/** The way back after signing in, unless it leads to another site or to the door itself. */
export const safeBack = (back: string | undefined): string | null =>
  back !== undefined && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') && !/[\p{Cc}\\]/u.test(back) ? back : null;
