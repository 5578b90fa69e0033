import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../ui/api/types.js';
import { Listing } from '../../ui/parts/listing.js';
import { Page } from '../../ui/parts/page.js';
import { SecretDialog } from '../../ui/parts/secret-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { usePageTitle } from '../../ui/parts/use-page-title.js';
import { useProblemWords } from '../../ui/parts/use-problem-words.js';
import { customersOptions } from '../../ui/requests/get-customers.js';
import { useMay } from '../../ui/requests/use-me.js';
import { useOpenSignIn } from './change-customers.js';
import { CustomerRow } from './customer-row.js';
import { EraseDialog } from './erase-dialog.js';
import { RegisterDialog } from './register-dialog.js';

export const CustomersPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/desk/customers' });
  const [text, setText] = useState(q);
  const search = useDebouncedCallback((next: string) => void navigate({ to: '/customers', search: { q: next || undefined }, replace: true }), 200);
  const page = customersOptions([...q].length >= 2 ? q : '');
  const customers = useQuery({ ...page, select: ({ items }) => items });
  const more = useQuery({ ...page, select: ({ nextCursor }) => nextCursor !== null }).data === true;
  const [adding, add] = useState(false);
  const [erasing, erase] = useState<Customer | null>(null);
  const [opened, setOpened] = useState<{ readonly name: string; readonly password: string } | null>(null);
  const signIn = useOpenSignIn();
  const words = useProblemWords();
  const openSignIn = ({ id, name }: Customer) =>
    signIn.mutate(id, {
      onSuccess: ({ oneTimePassword }) => setOpened({ name: name ?? t('unknownName'), password: oneTimePassword }),
      onError: (error) => sayToast({ tone: 'danger', title: t('customers.signInFailed'), text: words(error).title }),
    });
  usePageTitle(t('customers.title'));
  const empty = q === '' ? { title: t('customers.empty'), hint: t('customers.emptyHint') } : { title: t('customers.nobody', { q }), hint: t('customers.nobodyHint') };
  return (
    <main id="main" tabIndex={-1} style={{ height: '100%', overflowY: 'auto', outline: 'none' }}>
      <Page
        title={t('customers.title')}
        lead={t('customers.lead')}
        action={
          may('customer:register') && (
            <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />} onClick={() => add(true)}>
              {t('customers.add')}
            </Button>
          )
        }
      >
        <TextInput
          type="search"
          mb={14}
          maw={380}
          aria-label={t('customers.search')}
          placeholder={t('customers.searchHint')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            search(event.currentTarget.value.trim());
          }}
        />
        <Listing
          query={customers}
          columns={[t('customers.name'), t('customers.email'), t('customers.phone'), t('customers.since'), '']}
          caption={t('customers.title')}
          failed={t('customers.listFailed')}
          empty={empty}
          row={(customer) => <CustomerRow key={customer.id} customer={customer} onErase={may('customer:erase') ? () => erase(customer) : undefined} onSignIn={may('customer:open-sign-in') ? () => openSignIn(customer) : undefined} />}
        />
        {more && <p style={{ padding: '12px 2px', color: 'var(--om-muted)' }}>{t('customers.first')}</p>}
      </Page>
      {adding && <RegisterDialog onClose={() => add(false)} />}
      {opened !== null && <SecretDialog title={t('customers.signInOpened', { name: opened.name })} name={t('customers.password')} secret={opened.password} hint={t('customers.passwordHint')} onClose={() => setOpened(null)} />}
      {erasing !== null && <EraseDialog customer={erasing} onClose={() => erase(null)} />}
    </main>
  );
};
