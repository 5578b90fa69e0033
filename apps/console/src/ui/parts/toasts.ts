import { pageState } from '../page-state.js';

type Toast = {
  readonly id: number;
  readonly tone: 'good' | 'news' | 'danger';
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

const SHOWN = 6_000;
const SHOWN_WITH_ACTION = 20_000;

const toasts = pageState<readonly Toast[]>([]);
let last = 0;

export const useToasts = toasts.use;

export const dropToast = (id: number): void => toasts.set(toasts.now().filter((toast) => toast.id !== id));

/** Says something in passing. What went wrong stays until it is put away; the rest leaves by itself. */
export const sayToast = (toast: Omit<Toast, 'id'>): void => {
  last += 1;
  const id = last;
  toasts.set([...toasts.now().slice(-2), { ...toast, id }]);
  if (toast.tone !== 'danger') setTimeout(() => dropToast(id), toast.action ? SHOWN_WITH_ACTION : SHOWN);
};
