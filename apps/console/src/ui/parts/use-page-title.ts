import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { pageState } from '../page-state.js';

const unseen = pageState(0);

/** Counts, before the title of the page, what came while nobody looked. */
export const countUnseen = (): void => unseen.set(unseen.now() + 1);
export const forgetUnseen = (): void => unseen.set(0);

export const usePageTitle = (title: string): void => {
  const { t } = useTranslation();
  const count = unseen.use();
  const brand = t('brand');
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title === '' ? brand : `${title} · ${brand}`}`;
  }, [title, brand, count]);
};
