import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../ui/parts/notice.js';

/** A page that could not be drawn says so and offers another try; nothing typed elsewhere is lost. */
export const PageError = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <section style={{ maxWidth: 480, margin: '12vh auto', padding: 16 }}>
      <h1 className="visually-hidden">{t('error.page')}</h1>
      <ProblemNotice error={error} title={t('error.page')} onRetry={again} />
    </section>
  );
};
