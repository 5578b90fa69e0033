import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

let unseen = 0;
const listeners = new Set<() => void>();

const put = (count: number): void => {
  unseen = count;
  listeners.forEach((listener) => listener());
};

/** Counts, before the title of the page, what came while nobody looked. */
export const countUnseen = (): void => put(unseen + 1);
export const forgetUnseen = (): void => put(0);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePageTitle = (title: string): void => {
  const { t } = useTranslation();
  const count = useSyncExternalStore(subscribe, () => unseen);
  const brand = t('brand');
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title === '' ? brand : `${title} · ${brand}`}`;
  }, [title, brand, count]);
};
