import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './my.module.css';

export const BackLink = () => {
  const { t } = useTranslation();
  return (
    <Link to="/my" className={styles.back}>
      <IconArrowLeft size={18} stroke={1.6} aria-hidden="true" />
      {t('my.back')}
    </Link>
  );
};
