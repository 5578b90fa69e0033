import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import type { CasePolicy, Matrix } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { MatrixTable } from '../../ui/parts/matrix-table.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useDraftPolicy } from './change-policies.js';
import { turned } from './turned.js';

type Props = { readonly from: CasePolicy; readonly onClose: () => void };

/** A new version begins as the one in force and is changed from there. */
export const DraftDialog = ({ from, onClose }: Props) => {
  const { t } = useTranslation();
  const draft = useDraftPolicy();
  const [matrix, setMatrix] = useState<Matrix>(from.matrix);
  const [hours, setHours] = useState<number | ''>(from.reopenWindowHours);
  const [start, setStart] = useState('');
  const submit = () => {
    if (hours === '') return;
    draft.mutate(
      { matrix, reopenWindowHours: hours, ...(start !== '' && { effectiveFrom: new Date(start).toISOString() }) },
      {
        onSuccess: ({ version }) => {
          sayToast({ tone: 'good', title: t('admin.policies.drafted', { version }) });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog title={t('admin.policies.draft')} verb={t('admin.policies.draft')} error={draft.error} failed={t('admin.failed')} busy={draft.isPending} disabled={hours === ''} onSubmit={submit} onClose={onClose}>
      <MatrixTable matrix={matrix} caption={`${t('admin.policies.matrix')} · ${t('admin.policies.change')}`} nameOf={(cell, priority) => `${t('admin.policies.cell', cell)}: P${priority}`} onPick={({ impact, urgency }) => setMatrix(turned(matrix, impact, urgency))} />
      <NumberInput label={t('admin.policies.windowHours')} min={0} max={24 * 366} value={hours} onChange={(value) => setHours(typeof value === 'number' ? value : '')} error={fieldError(draft.error, 'reopenWindowHours')} />
      <TextInput type="datetime-local" label={`${t('admin.policies.effectiveFrom')} (${t('optional')})`} description={t('admin.policies.effectiveHint')} value={start} onChange={(event) => setStart(event.currentTarget.value)} error={fieldError(draft.error, 'effectiveFrom')} />
    </FormDialog>
  );
};
