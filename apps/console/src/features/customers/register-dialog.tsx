import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useSettings } from '../../ui/settings/use-settings.js';
import { useRegisterCustomer } from './change-customers.js';

export const RegisterDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const register = useRegisterCustomer();
  const { language } = useSettings();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [locale, setLocale] = useState<string>(language);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return;
    register.mutate(
      { name: name.trim(), locale, ...(email.trim() !== '' && { email: email.trim() }), ...(phone.trim() !== '' && { phone: phone.trim() }) },
      {
        onSuccess: () => {
          sayToast({ tone: 'good', title: t('customers.added', { name: name.trim() }) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog title={t('customers.add')} verb={t('customers.add')} error={register.error} failed={t('customers.failed')} busy={register.isPending} onSubmit={submit} onClose={onClose}>
      <TextInput data-autofocus label={t('customers.name')} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} error={tried && name.trim() === '' ? t('case.dialog.missing') : fieldError(register.error, 'name')} />
      <TextInput label={`${t('customers.email')} (${t('optional')})`} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.currentTarget.value)} error={fieldError(register.error, 'email')} />
      <TextInput label={`${t('customers.phone')} (${t('optional')})`} type="tel" autoComplete="off" value={phone} onChange={(event) => setPhone(event.currentTarget.value)} error={fieldError(register.error, 'phone')} />
      <Select label={t('customers.locale')} data={[{ value: 'ko', label: t('customers.ko') }, { value: 'en', label: t('customers.en') }]} value={locale} onChange={(value) => setLocale(value ?? language)} allowDeselect={false} />
    </FormDialog>
  );
};
