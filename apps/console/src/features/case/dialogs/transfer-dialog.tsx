import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queuesOptions } from '../../../ui/requests/get-queues.js';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import type { DialogProps } from './dialog.js';

export const TransferDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  const queues = useQuery(queuesOptions()).data ?? [];
  const [queue, setQueue] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (queue !== null) act.run('transfer', { queue }, onClose);
  };
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.transferTitle')} verb={t('case.transfer')} onSubmit={submit} onClose={onClose}>
      <Select
        data-autofocus
        label={t('case.dialog.queue')}
        placeholder={t('case.dialog.queueHint')}
        data={queues.map(({ name }) => name).filter((name) => name !== shown.queue)}
        value={queue}
        onChange={setQueue}
        searchable
        error={tried && queue === null ? t('case.dialog.pickMissing') : undefined}
      />
    </DialogFrame>
  );
};
