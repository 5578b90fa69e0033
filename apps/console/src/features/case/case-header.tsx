import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconLayoutSidebarRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { StateBadge } from '../../ui/parts/badges.js';
import { useCaseTitle } from '../../ui/parts/use-case-title.js';
import { useChannelName } from '../../ui/parts/use-channel-name.js';
import { useItemWords } from '../../ui/timeline/use-item-words.js';
import styles from './case-header.module.css';

type Props = { readonly shown: Case; readonly onBack: () => void; readonly onShowPanel: () => void; readonly children: ReactNode };

/** What the case is called, where it stands, and what can be done to it (`children`). */
export const CaseHeader = ({ shown, onBack, onShowPanel, children }: Props) => {
  const { t } = useTranslation();
  const { when } = useItemWords();
  const channel = useChannelName();
  const caseTitle = useCaseTitle();
  const facts = [shown.number, shown.customer?.name, channel(shown.channel), t('case.opened', { when: when(shown.openedAt) })].filter(Boolean).join(' · ');
  return (
    <header className={styles.header}>
      <ActionIcon className={styles.back} variant="subtle" size={44} aria-label={t('inbox.back')} onClick={onBack}>
        <IconArrowLeft size={20} stroke={1.6} />
      </ActionIcon>
      <h1 className={styles.title} tabIndex={-1} id="case-title">
        {caseTitle(shown)} <StateBadge state={shown.state} />
      </h1>
      <p className={styles.facts}>{facts}</p>
      <div className={styles.actions}>{children}</div>
      <ActionIcon className={styles.panel} variant="default" size={32} aria-label={t('case.details')} title={t('case.details')} onClick={onShowPanel}>
        <IconLayoutSidebarRight size={18} stroke={1.6} />
      </ActionIcon>
    </header>
  );
};
