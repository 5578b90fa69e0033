type Toast = {
  readonly id: number;
  readonly tone: 'good' | 'news' | 'danger';
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

const SHOWN = 6_000;
const SHOWN_WITH_ACTION = 20_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

const put = (next: readonly Toast[]): void => {
  toasts = next;
  listeners.forEach((listener) => listener());
};

export const currentToasts = (): readonly Toast[] => toasts;

export const onToasts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const dropToast = (id: number): void => put(toasts.filter((toast) => toast.id !== id));

/** Says something in passing. What went wrong stays until it is put away; the rest leaves by itself. */
export const sayToast = (toast: Omit<Toast, 'id'>): void => {
  last += 1;
  const id = last;
  put([...toasts.slice(-2), { ...toast, id }]);
  if (toast.tone !== 'danger') setTimeout(() => dropToast(id), toast.action ? SHOWN_WITH_ACTION : SHOWN);
};
