import { Button, Modal } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './secret-dialog.module.css';

type Props = { readonly title: string; readonly name: string; readonly secret: string; readonly hint: string; readonly onClose: () => void };

/** Something that is shown now and never again; it leaves only when somebody says so. */
export const SecretDialog = ({ title, name, secret, hint, onClose }: Props) => {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 4000 });
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={styles.name} id="secret-name">
        {name}
      </p>
      <code className={styles.secret} aria-labelledby="secret-name" data-testid="secret">
        {secret}
      </code>
      <p className={styles.hint}>{hint}</p>
      <Button fullWidth mt={14} data-autofocus leftSection={clipboard.copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />} onClick={() => clipboard.copy(secret)}>
        {clipboard.copied ? t('copied') : t('copy')}
      </Button>
    </Modal>
  );
};
