/** Whether the page hears of what happens. `retryAt` is when the next try is due, in epoch milliseconds. */
export type Connection =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly retryAt: number };

type Listener = () => void;

let connection: Connection = { state: 'idle' };
const listeners = new Set<Listener>();

export const currentConnection = (): Connection => connection;

export const setConnection = (next: Connection): void => {
  connection = next;
  listeners.forEach((listener) => listener());
};

export const onConnection = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
