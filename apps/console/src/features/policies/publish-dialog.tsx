import { useTranslation } from 'react-i18next';
import type { CasePolicy } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { usePublishPolicy } from './change-policies.js';

type Props = { readonly policy: CasePolicy; readonly onClose: () => void };

export const PublishDialog = ({ policy: { version }, onClose }: Props) => {
  const { t } = useTranslation();
  const publish = usePublishPolicy();
  const submit = () =>
    publish.mutate(version, {
      onSuccess: () => {
        sayToast({ tone: 'good', title: t('admin.policies.published', { version }) });
        onClose();
      },
    });
  return (
    <FormDialog title={t('admin.policies.publishTitle', { version })} verb={t('admin.policies.publish')} error={publish.error} failed={t('admin.failed')} busy={publish.isPending} onSubmit={submit} onClose={onClose}>
      <p>{t('admin.policies.publishHint')}</p>
    </FormDialog>
  );
};
