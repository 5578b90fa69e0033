import { redirect } from '@tanstack/react-router';
import type { Me } from '../ui/api/types.js';
import { filtersOfView, searchOf } from '../features/inbox/filters.js';
import { meOptions } from '../ui/requests/get-me.js';
import { mayUse } from '../ui/requests/may.js';
import { queryClient } from './query-client.js';

const home = (me: Me): '/my' | '/inbox' | '/admin' => {
  if (me.role === 'customer') return '/my';
  return mayUse(me, 'case:read') ? '/inbox' : '/admin';
};

const whoever = (): Promise<Me | null> => queryClient.ensureQueryData(meOptions());

const somebody = async (back: string): Promise<Me> => {
  const me = await whoever();
  return me ?? (redirect({ throw: true, to: '/sign-in', search: { back: back === '/' ? undefined : back } }) as never);
};

type Going = { readonly location: { readonly href: string } };

/** Colleagues alone; a customer is shown to their own page. */
export const staffOnly = async ({ location }: Going): Promise<void> => {
  const me = await somebody(location.href);
  if (me.role === 'customer') redirect({ throw: true, to: '/my' });
};

/** Those for whom there is something on a page; others are shown elsewhere, or to where they begin. */
export const whoeverMay =
  (permissions: readonly string[], elsewhere?: '/admin') =>
  async ({ location }: Going): Promise<void> => {
    const me = await somebody(location.href);
    if (!permissions.some((permission) => mayUse(me, permission))) redirect({ throw: true, to: elsewhere ?? home(me) });
  };

/** Customers alone; a colleague is shown to the inbox. */
export const customersOnly = async ({ location }: Going): Promise<void> => {
  const me = await somebody(location.href);
  if (me.role !== 'customer') redirect({ throw: true, to: '/inbox' });
};

export const toHome = async ({ location }: Going): Promise<void> => {
  redirect({ throw: true, to: home(await somebody(location.href)) });
};

/** Whoever is signed in already has no business at the door. */
export const strangersOnly = async (): Promise<void> => {
  const me = await whoever();
  if (me !== null) redirect({ throw: true, to: home(me) });
};

/** An address that asks for nothing shows an agent their own cases, and everybody else the open ones. */
export const ownViewFirst = async ({ search }: { readonly search: object }): Promise<void> => {
  if (Object.keys(search).length > 0) return;
  const me = await whoever();
  redirect({ throw: true, to: '/inbox', search: searchOf(filtersOfView(me?.role === 'agent' ? 'mine' : 'open')), replace: true });
};
