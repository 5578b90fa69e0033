import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePolicy } from '../../ui/api/types.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { Page } from '../../ui/parts/page.js';
import { policiesOptions } from '../../ui/requests/get-policies.js';
import { useMay } from '../../ui/requests/use-me.js';
import { DraftDialog } from './draft-dialog.js';
import { PolicyCard } from './policy-card.js';
import { PublishDialog } from './publish-dialog.js';

export const PoliciesPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const policies = useQuery(policiesOptions());
  const [drafting, draft] = useState(false);
  const [publishing, publish] = useState<CasePolicy | null>(null);
  const current = policies.data?.find(({ inForce }) => inForce) ?? policies.data?.[0];
  return (
    <Page
      title={t('admin.policies.title')}
      lead={t('admin.policies.lead')}
      action={
        may('policy:draft') && (
          <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} disabled={current === undefined} onClick={() => draft(true)}>
            {t('admin.policies.draft')}
          </Button>
        )
      }
    >
      {policies.isPending && <Skeleton height={190} radius={10} />}
      {policies.isError && policies.data === undefined && <ProblemNotice error={policies.error} title={t('admin.listFailed')} onRetry={() => void policies.refetch()} />}
      {policies.data?.map((policy) => (
        <PolicyCard key={policy.version} policy={policy} onPublish={may('policy:publish') ? () => publish(policy) : undefined} />
      ))}
      {drafting && current !== undefined && <DraftDialog from={current} onClose={() => draft(false)} />}
      {publishing !== null && <PublishDialog policy={publishing} onClose={() => publish(null)} />}
    </Page>
  );
};
