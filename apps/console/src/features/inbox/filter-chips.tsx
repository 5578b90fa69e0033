import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerOptions } from '../../ui/requests/get-customer.js';
import { staffOptions } from '../../ui/requests/get-staff.js';
import styles from './filter-chips.module.css';
import { viewOf, type Filters } from './filters.js';

type Props = { readonly filters: Filters; readonly onChange: (filters: Filters) => void };

/** What a list was narrowed to beyond a view, each with a way out of it. */
export const FilterChips = ({ filters, onChange }: Props) => {
  const { t } = useTranslation();
  const staff = useQuery(staffOptions()).data;
  const customer = useQuery({ ...customerOptions(filters.customerId ?? ''), enabled: filters.customerId !== undefined }).data;
  if (viewOf(filters) !== null) return null;
  const { state, priority, queue, assignee, customerId, reopened } = filters;
  const whose = { me: t('inbox.me'), none: t('inbox.nobody') }[assignee ?? ''] ?? staff?.find(({ id }) => id === assignee)?.name ?? t('inbox.someone');
  const chips = [
    ...(state ?? []).map((each) => ({ name: t(`state.${each}`), without: { ...filters, state: state?.filter((other) => other !== each) } })),
    ...(priority ?? []).map((each) => ({ name: `P${each}`, without: { ...filters, priority: priority?.filter((other) => other !== each) } })),
    ...(queue === undefined ? [] : [{ name: queue, without: { ...filters, queue: undefined } }]),
    ...(assignee === undefined ? [] : [{ name: `${t('inbox.assignee')}: ${whose}`, without: { ...filters, assignee: undefined } }]),
    ...(customerId === undefined ? [] : [{ name: customer?.name ?? t('actor.customer'), without: { ...filters, customerId: undefined } }]),
    ...(reopened === undefined ? [] : [{ name: t('inbox.reopened'), without: { ...filters, reopened: undefined } }]),
  ];
  return (
    <ul className={styles.chips} aria-label={t('inbox.filterCount', { count: chips.length })}>
      {chips.map(({ name, without }) => (
        <li key={name}>
          <button type="button" className={styles.chip} aria-label={t('inbox.filterRemove', { name })} onClick={() => onChange(without)}>
            {name}
            <IconX size={13} stroke={1.8} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={() => onChange({ ...(filters.q !== undefined && { q: filters.q }) })}>
          {t('inbox.filterClear')}
        </button>
      </li>
    </ul>
  );
};
