import { Button, Group, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './notice.js';

type Props = {
  readonly title: string;
  /** What the button does; null where the content itself is pressed. */
  readonly verb: string | null;
  readonly error: Error | null;
  /** What came to nothing, where the problem alone does not say it. */
  readonly failed?: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A form in a dialog: fields, what went wrong, and two ways out. */
export const FormDialog = ({ title, verb, error, failed, busy, danger = false, disabled = false, onSubmit, onClose, children }: Props) => {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate style={{ display: 'grid', gap: 14 }}>
        {error !== null && <ProblemNotice error={error} title={failed} />}
        {children}
        <Group justify="flex-end" gap={8} mt={4}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          {verb !== null && (
            <Button type="submit" loading={busy} disabled={disabled} color={danger ? 'danger' : undefined} data-testid="dialog-submit">
              {verb}
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  );
};
