import { hours, minutes, type Duration } from '@onmaru/time';

/** At most `tries` within `window`. */
export type Limit = { readonly tries: number; readonly window: Duration };

/** Of one address for one e-mail, of one address for whatever e-mail, and of all addresses for one e-mail. */
export type SignInLimits = { readonly pair: readonly Limit[]; readonly address: readonly Limit[]; readonly email: readonly Limit[] };

/**
 * Only tries that failed count, and none for longer than its window: nobody is locked out for ever. An address has room
 * for a whole office behind it, so that one colleague who guesses, or whose program does, keeps nobody else out.
 */
export const SIGN_IN_LIMITS: SignInLimits = {
  pair: [{ tries: 10, window: minutes(1) }, { tries: 60, window: hours(1) }],
  address: [{ tries: 300, window: minutes(1) }, { tries: 3000, window: hours(1) }],
  email: [{ tries: 100, window: minutes(15) }],
};

/** Milliseconds until one more try is allowed after tries at these moments (milliseconds, oldest first); 0 when it is now. */
export const untilNextTry = (tries: readonly number[], limits: readonly Limit[], now: number): Duration =>
  Math.max(0, ...limits.map(({ tries: most, window }) => (tries.at(-most) ?? -Infinity) + window - now));

/** The tries that still count. */
export const recent = (tries: readonly number[], limits: readonly Limit[], now: number): readonly number[] => {
  const longest = Math.max(...limits.map(({ window }) => window));
  return tries.filter((at) => at > now - longest);
};

/** Where somebody asks from: an IPv4 address, or the part of an IPv6 address that one household has. */
export const networkOf = (address: string): string => {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4) return v4;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = address.includes('::') ? 8 - groups.length - tail.split(':').filter(Boolean).length : 0;
  return [...groups, ...Array.from({ length: missing }, () => '0'), ...tail.split(':').filter(Boolean)].slice(0, 4).join(':');
};
