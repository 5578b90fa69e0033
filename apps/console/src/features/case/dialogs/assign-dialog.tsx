import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffOptions } from '../../../ui/requests/get-staff.js';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import type { DialogProps } from './dialog.js';

export const AssignDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  const staff = useQuery(staffOptions()).data ?? [];
  const [assignee, setAssignee] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const colleagues = staff
    .filter(({ id, disabled }) => !disabled && id !== shown.assignee?.id)
    .map(({ id, name, role }) => ({ value: id, label: `${name ?? t('unknownName')} · ${t(`role.${role}`)}` }));
  const submit = () => {
    setTried(true);
    if (assignee !== null) act.run('assign', { assignee }, onClose);
  };
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.assignTitle')} verb={t('case.assign')} onSubmit={submit} onClose={onClose}>
      <Select
        data-autofocus
        label={t('case.dialog.assignee')}
        placeholder={t('case.dialog.assigneeHint')}
        data={colleagues}
        value={assignee}
        onChange={setAssignee}
        searchable
        limit={50}
        error={tried && assignee === null ? t('case.dialog.pickMissing') : undefined}
      />
    </DialogFrame>
  );
};
