import { useMantineColorScheme } from '@mantine/core';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionLost } from '../ui/api/session.js';
import { meOptions } from '../ui/requests/get-me.js';
import { useSettings } from '../ui/settings/use-settings.js';
import { queryClient } from './query-client.js';
import styles from './root.module.css';

/** What holds for every page: the list of them all, a way past the menus, the chosen light, and the way to the door when a session ends. */
export const Root = () => {
  const { t } = useTranslation();
  const router = useRouter();
  const { theme } = useSettings();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (colorScheme !== theme) setColorScheme(theme);
  }, [colorScheme, theme, setColorScheme]);
  useEffect(
    () =>
      onSessionLost(() => {
        const { href, pathname } = router.state.location;
        if (pathname === '/sign-in') return;
        queryClient.clear();
        queryClient.setQueryData(meOptions().queryKey, null);
        void router.navigate({ to: '/sign-in', search: { back: href, why: 'over' } });
      }),
    [router],
  );
  return (
    <>
      <meta name="pages" content={Object.keys(router.routesByPath).join(' ')} />
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <Outlet />
    </>
  );
};
