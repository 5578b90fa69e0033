import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../ui/api/problem.js';
import { STAFF_ROLES } from '../../ui/api/types.js';
import { FormDialog } from '../../ui/parts/form-dialog.js';
import { sayToast } from '../../ui/parts/toasts.js';
import { useHireStaff } from './hire-staff.js';

/** A password to be shown, and why. */
export type Hired = { readonly title: string; readonly password: string };
type Role = (typeof STAFF_ROLES)[number];
type Props = { readonly onClose: () => void; readonly onHired: (hired: Hired) => void };

export const StaffDialog = ({ onClose, onHired }: Props) => {
  const { t } = useTranslation();
  const hire = useHireStaff();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [capacity, setCapacity] = useState<number | ''>(5);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return;
    hire.mutate(
      { name: name.trim(), role, ...(email.trim() !== '' && { email: email.trim() }), ...(capacity !== '' && { capacity }) },
      {
        onSuccess: ({ oneTimePassword }) => {
          const title = t('admin.staff.added', { name: name.trim() });
          onClose();
          if (oneTimePassword) onHired({ title, password: oneTimePassword });
          else sayToast({ tone: 'good', title });
        },
      },
    );
  };
  const roles = STAFF_ROLES.map((value) => ({ value, label: `${t(`role.${value}`)} – ${t(`admin.staff.roleHint.${value}`)}` }));
  return (
    <FormDialog title={t('admin.staff.add')} verb={t('admin.staff.add')} error={hire.error} failed={t('admin.failed')} busy={hire.isPending} onSubmit={submit} onClose={onClose}>
      <TextInput data-autofocus label={t('admin.staff.name')} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} error={tried && name.trim() === '' ? t('case.dialog.missing') : fieldError(hire.error, 'name')} />
      <TextInput label={`${t('admin.staff.email')} (${t('optional')})`} description={t('admin.staff.emailHint')} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.currentTarget.value)} error={fieldError(hire.error, 'email')} />
      <Select label={t('admin.staff.role')} data={roles} value={role} onChange={(value) => setRole(value ?? 'agent')} allowDeselect={false} />
      <NumberInput label={t('admin.staff.capacity')} description={t('admin.staff.capacityHint')} min={0} max={1000} value={capacity} onChange={(value) => setCapacity(typeof value === 'number' ? value : '')} error={fieldError(hire.error, 'capacity')} />
    </FormDialog>
  );
};
