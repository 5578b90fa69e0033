import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../ui/settings/language-switch.js';
import { Notice, ProblemNotice } from '../../ui/parts/notice.js';
import { usePageTitle } from '../../ui/parts/use-page-title.js';
import { safeBack } from './safe-back.js';
import { useSignIn } from './sign-in.js';
import { SpineMark } from './spine-mark.js';
import styles from './sign-in-page.module.css';

export const SignInPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { back, why } = useSearch({ from: '/sign-in' });
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [visible, setVisible] = useState(false);
  const [tried, setTried] = useState(false);
  usePageTitle(t('session.title'));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '' || password === '') return;
    signIn.mutate(
      { email: email.trim(), password },
      { onSuccess: (me) => void navigate({ href: safeBack(back) ?? (me?.role === 'customer' ? '/my' : '/inbox'), replace: true }) },
    );
  };

  return (
    <main id="main" className={styles.page}>
      <div className={styles.corner}>
        <LanguageSwitch />
      </div>
      <form className={styles.form} onSubmit={submit} noValidate>
        <SpineMark />
        <h1 className={styles.brand}>{t('brand')}</h1>
        <p className={styles.lead}>{t('session.lead')}</p>
        {why === 'over' && <Notice tone="note" title={t('session.again')} />}
        {why === 'out' && <Notice tone="note" title={t('session.signedOut')} />}
        {signIn.error !== null && <ProblemNotice error={signIn.error} />}
        <TextInput
          label={t('session.email')}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && email.trim() === '' ? t('session.emailMissing') : undefined}
        />
        <PasswordInput
          label={t('session.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && password === '' ? t('session.passwordMissing') : undefined}
          visible={visible}
          onVisibilityChange={setVisible}
          visibilityToggleButtonProps={{ 'aria-label': t(visible ? 'session.hide' : 'session.show') }}
        />
        <Button type="submit" fullWidth loading={signIn.isPending} mt={4}>
          {t('session.signIn')}
        </Button>
      </form>
    </main>
  );
};
