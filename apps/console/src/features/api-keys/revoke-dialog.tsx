import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useRevokeApiKey } from './api-keys.js';

type Props = { readonly apiKey: { readonly id: string; readonly name: string }; readonly onClose: () => void };

export const RevokeDialog = ({ apiKey: { id, name }, onClose }: Props) => {
  const { t } = useTranslation();
  const revoke = useRevokeApiKey();
  const submit = () =>
    revoke.mutate(id, {
      onSuccess: () => {
        sayToast({ tone: 'good', title: t('admin.keys.revoked', { name }) });
        onClose();
      },
    });
  return (
    <FormDialog title={t('admin.keys.revokeTitle', { name })} verb={t('admin.keys.revoke')} danger error={revoke.error} failed={t('admin.failed')} busy={revoke.isPending} onSubmit={submit} onClose={onClose}>
      <p>{t('admin.keys.revokeHint')}</p>
    </FormDialog>
  );
};
