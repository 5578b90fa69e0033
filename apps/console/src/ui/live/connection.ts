import { pageState } from '../page-state.js';

/** Whether the page hears of what happens. `retryAt` is when the next try is due, in epoch milliseconds. */
type Connection =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly retryAt: number };

export const { set: setConnection, use: useConnection } = pageState<Connection>({ state: 'idle' });
