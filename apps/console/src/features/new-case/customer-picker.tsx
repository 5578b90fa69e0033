import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersOptions } from '../../ui/requests/get-customers.js';

type Props = { readonly value: string | null; readonly onPick: (id: string | null) => void; readonly error: string | undefined };

/** Finds a customer while somebody types. */
export const CustomerPicker = ({ value, onPick, error }: Props) => {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [q] = useDebouncedValue([...typed].length >= 2 ? typed : '', 200);
  const found = useQuery(customersOptions(q)).data?.items ?? [];
  const data = found.filter(({ erasedAt }) => erasedAt === null).map(({ id, name, email }) => ({ value: id, label: [name ?? t('unknownName'), email].filter(Boolean).join(' · ') }));
  return (
    <Select
      data-autofocus
      label={t('case.open.customer')}
      placeholder={t('case.open.customerHint')}
      data={data}
      value={value}
      onChange={onPick}
      searchable
      searchValue={typed}
      onSearchChange={type}
      filter={({ options }) => options}
      nothingFoundMessage={t('case.open.customerNone')}
      error={error}
    />
  );
};
