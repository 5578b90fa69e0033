import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import type { Customer } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useEraseCustomer } from './change-customers.js';

type Props = { readonly customer: Customer; readonly onClose: () => void };

/** The one thing that no log brings back: asked for twice. */
export const EraseDialog = ({ customer: { id, name }, onClose }: Props) => {
  const { t } = useTranslation();
  const erase = useEraseCustomer(id);
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState(false);
  const submit = () =>
    erase.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          sayToast({ tone: 'good', title: t('customers.eraseDone') });
          onClose();
        },
      },
    );
  return (
    <FormDialog title={t('customers.eraseTitle', { name: name ?? t('unknownName') })} verb={t('customers.eraseDo')} danger error={erase.error} failed={t('customers.eraseFailed')} busy={erase.isPending} disabled={!known || reason.trim() === ''} onSubmit={submit} onClose={onClose}>
      <p>{t('customers.eraseHint')}</p>
      <TextInput data-autofocus label={t('customers.eraseReason')} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={fieldError(erase.error, 'reason')} />
      <Checkbox label={t('customers.eraseConfirm')} checked={known} onChange={(event) => setKnown(event.currentTarget.checked)} />
    </FormDialog>
  );
};
