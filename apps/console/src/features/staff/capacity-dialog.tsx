import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import type { Agent } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useSetCapacity } from './set-capacity.js';

type Props = { readonly agent: Agent; readonly name: string; readonly onClose: () => void };

/** How many cases routing may give somebody at once; what they have stays theirs. */
export const CapacityDialog = ({ agent, name, onClose }: Props) => {
  const { t } = useTranslation();
  const set = useSetCapacity(agent.id);
  const [capacity, setCapacity] = useState<number | ''>(agent.capacity);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (capacity === '') return;
    set.mutate(capacity, {
      onSuccess: () => {
        onClose();
        sayToast({ tone: 'good', title: t('admin.staff.capacitySet', { name, count: capacity }) });
      },
    });
  };
  return (
    <FormDialog title={t('admin.staff.capacityOf', { name })} verb={t('save')} error={set.error} failed={t('admin.failed')} busy={set.isPending} onSubmit={submit} onClose={onClose}>
      <NumberInput
        data-autofocus
        label={t('admin.staff.capacity')}
        description={t('admin.staff.capacityRule', { places: agent.places })}
        min={0}
        max={1000}
        allowDecimal={false}
        value={capacity}
        onChange={(value) => setCapacity(typeof value === 'number' ? value : '')}
        error={tried && capacity === '' ? t('case.dialog.missing') : fieldError(set.error, 'capacity')}
      />
    </FormDialog>
  );
};
