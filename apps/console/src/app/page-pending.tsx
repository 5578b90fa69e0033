import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const PagePending = () => {
  const { t } = useTranslation();
  return (
    <section aria-busy="true" style={{ padding: 24 }}>
      <h1 className="visually-hidden">{t('loading')}</h1>
      <Skeleton height={24} width={180} mb={24} />
      <Skeleton height={52} mb={8} />
      <Skeleton height={52} mb={8} />
      <Skeleton height={52} />
    </section>
  );
};
