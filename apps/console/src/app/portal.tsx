import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../ui/session/use-sign-out.js';
import { LanguageSwitch } from '../ui/settings/language-switch.js';
import { ThemeButton } from '../ui/settings/theme-button.js';
import styles from './portal.module.css';

/** The customers' own floor: one column, large type. */
export const Portal = () => {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <div className={styles.portal}>
      <header className={styles.header}>
        <Link to="/my" className={styles.brand}>
          {t('brand')}
        </Link>
        <LanguageSwitch />
        <ThemeButton />
        <Button variant="subtle" color="gray" size="compact-md" onClick={() => void signOut()}>
          {t('settings.signOut')}
        </Button>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
};
