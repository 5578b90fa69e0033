import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/parts/empty.js';

export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <section style={{ gridColumn: '1 / -1' }}>
      <h1 className="visually-hidden">{t('error.notFound')}</h1>
      <Empty title={t('error.notFound')} hint={t('error.notFoundHint')}>
        <Button component={Link} to="/" variant="default">
          {t('error.home')}
        </Button>
      </Empty>
    </section>
  );
};
