import { useTranslation } from 'react-i18next';
import type { Case } from '../api/types.js';

type Titled = Pick<Case, 'subject' | 'category' | 'subcategory' | 'number'>;

/** What a case is called: its subject, else its category, else its number. */
export const useCaseTitle = (): ((of: Titled) => string) => {
  const { t } = useTranslation();
  return ({ subject, category, subcategory, number }) => {
    const path = [category, subcategory].filter((part) => part !== null).join(' › ');
    return subject ?? (path === '' ? number : t('case.ofCategory', { category: path }));
  };
};
