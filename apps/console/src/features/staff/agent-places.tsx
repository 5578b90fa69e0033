import { useTranslation } from 'react-i18next';
import type { Agent } from '../../ui/api/types.js';

/** How many of somebody's places routing has taken, 2/5; nothing for whom it gives no work. */
export const AgentPlaces = ({ agent }: { readonly agent: Agent | undefined }) => {
  const { t } = useTranslation();
  if (agent === undefined) return <span aria-label={t('none')} role="img">–</span>;
  const { places, capacity } = agent;
  return (
    <>
      <span aria-hidden="true" title={t('admin.staff.placesTaken', { count: places, capacity })}>
        {places}/{capacity}
      </span>
      <span className="visually-hidden">{t('admin.staff.placesTaken', { count: places, capacity })}</span>
    </>
  );
};
