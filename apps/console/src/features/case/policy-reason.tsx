import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Grade } from '../../ui/api/types.js';
import { MatrixTable } from '../../ui/parts/matrix-table.js';
import { policiesOptions } from '../../ui/requests/get-policies.js';

type Props = { readonly version: number | null; readonly impact: Grade; readonly urgency: Grade };

/** The matrix that made the priority, as it was in its version, with the deciding cell filled. */
export const PolicyReason = ({ version, impact, urgency }: Props) => {
  const { t } = useTranslation();
  const policy = useQuery(policiesOptions()).data?.find((each) => each.version === version);
  if (policy === undefined) return null;
  return (
    <figure style={{ marginTop: 8 }}>
      <MatrixTable matrix={policy.matrix} caption={t('case.panel.whyMatrix', { version: policy.version })} chosen={{ impact, urgency }} />
      <figcaption style={{ marginTop: 4, color: 'var(--om-muted)', fontSize: 'var(--om-small)' }}>{t('case.panel.whyMatrixHint')}</figcaption>
    </figure>
  );
};
