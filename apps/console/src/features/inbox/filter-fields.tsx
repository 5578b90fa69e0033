import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, STATES } from '../../ui/api/types.js';
import { queuesOptions } from '../../ui/requests/get-queues.js';
import { staffOptions } from '../../ui/requests/get-staff.js';
import styles from './filter-menu.module.css';
import type { Filters } from './filters.js';

export type FilterProps = { readonly filters: Filters; readonly onChange: (filters: Filters) => void };

const toggled = <T,>(list: readonly T[] | undefined, item: T): readonly T[] => (list?.includes(item) ? list.filter((each) => each !== item) : [...(list ?? []), item]);

export const FilterFields = ({ filters, onChange }: FilterProps) => {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('inbox.state')}</legend>
        {STATES.map((state) => (
          <Checkbox key={state} size="xs" label={t(`state.${state}`)} checked={filters.state?.includes(state) ?? false} onChange={() => onChange({ ...filters, state: toggled(filters.state, state) })} />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('inbox.priority')}</legend>
        {PRIORITIES.map((priority) => (
          <Checkbox key={priority} size="xs" label={`P${priority}`} checked={filters.priority?.includes(priority) ?? false} onChange={() => onChange({ ...filters, priority: toggled(filters.priority, priority) })} />
        ))}
      </fieldset>
      <People filters={filters} onChange={onChange} />
    </>
  );
};

const People = ({ filters, onChange }: FilterProps) => {
  const { t } = useTranslation();
  const queues = useQuery(queuesOptions()).data ?? [];
  const staff = useQuery(staffOptions()).data ?? [];
  const queueNames = [...new Set([...queues.map(({ name }) => name), ...(filters.queue === undefined ? [] : [filters.queue])])];
  const assignees = [{ value: 'me', label: t('inbox.me') }, { value: 'none', label: t('inbox.nobody') }, ...staff.map(({ id, name }) => ({ value: id, label: name ?? t('unknownName') }))];
  return (
    <div className={styles.picks}>
      <Select label={t('inbox.queue')} placeholder={t('inbox.anyQueue')} data={queueNames} value={filters.queue ?? null} onChange={(queue) => onChange({ ...filters, queue: queue ?? undefined })} clearable searchable size="xs" comboboxProps={{ withinPortal: false }} clearButtonProps={{ 'aria-label': t('inbox.anyQueue') }} />
      <Select label={t('inbox.assignee')} placeholder={t('inbox.anyone')} data={assignees} value={filters.assignee ?? null} onChange={(assignee) => onChange({ ...filters, assignee: assignee ?? undefined })} clearable searchable size="xs" comboboxProps={{ withinPortal: false }} clearButtonProps={{ 'aria-label': t('inbox.anyone') }} />
    </div>
  );
};
