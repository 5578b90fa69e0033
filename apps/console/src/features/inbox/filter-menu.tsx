import { Button, Checkbox, Popover, Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, STATES } from '../../ui/api/types.js';
import { queuesOptions } from '../../ui/requests/get-queues.js';
import { staffOptions } from '../../ui/requests/get-staff.js';
import styles from './filter-menu.module.css';
import type { Filters } from './filters.js';

type Props = { readonly filters: Filters; readonly onChange: (filters: Filters) => void };

const toggled = <T,>(list: readonly T[] | undefined, item: T): readonly T[] => (list?.includes(item) ? list.filter((each) => each !== item) : [...(list ?? []), item]);

export const FilterMenu = ({ filters, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconFilter size={16} stroke={1.6} aria-hidden="true" />} className={styles.button}>
          {t('inbox.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inbox.filter')}>
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
      </Popover.Dropdown>
    </Popover>
  );
};

const People = ({ filters, onChange }: Props) => {
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
