import { Button, Kbd, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconLock } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../ui/api/types.js';
import { useDraft } from '../../ui/drafts/use-draft.js';
import { onSendKey } from '../../ui/keys/send-key.js';
import { ProblemNotice } from '../../ui/parts/notice.js';
import { sayToast } from '../../ui/parts/toasts.js';
import styles from './composer.module.css';
import { StaleNotice } from './stale-notice.js';
import { useCaseAct } from './use-case-act.js';

export type Kind = 'reply' | 'note';
type Props = { readonly shown: Case; readonly kind: Kind; readonly onKind: (kind: Kind) => void; /** Grows by one whenever somebody wants to write. */ readonly wish: number };

/** Where to write. A reply and a note differ in place, border, fill, icon and words, and the button says who will see it. */
export const Composer = ({ shown, kind: wished, onKind, wish }: Props) => {
  const { t } = useTranslation();
  const may = { reply: shown.can.includes('reply-to-customer'), note: shown.can.includes('add-note') };
  const kind: Kind = may[wished] ? wished : may.reply ? 'reply' : 'note';
  const [text, setText] = useDraft(shown.id, kind);
  const act = useCaseAct(shown);
  const box = useRef<HTMLTextAreaElement>(null);
  const reply = kind === 'reply';
  const name = shown.customer?.name ?? null;

  const { reset } = act;
  const resetting = useRef(reset);
  useEffect(() => {
    resetting.current = reset;
  });
  useEffect(() => resetting.current(), [shown.id, kind]);
  const heard = useRef(wish);
  useEffect(() => {
    if (wish !== heard.current) box.current?.focus();
    heard.current = wish;
  }, [wish]);

  if (!may.reply && !may.note) return <p className={styles.none}>{t('case.composer.none')}</p>;

  const send = () => {
    if (text.trim() === '' || act.running) return;
    act.run(
      reply ? 'reply-to-customer' : 'add-note',
      { text },
      () => {
        setText('');
        sayToast({ tone: 'good', title: t(reply ? 'case.composer.sent' : 'case.composer.kept') });
      },
      reply,
    );
  };
  const press = onSendKey(send);
  const hint = reply ? (name === null ? t('case.composer.replyHintNobody') : t('case.composer.replyHint', { name })) : t('case.composer.noteHint');
  const seenBy = reply ? (name === null ? t('case.composer.sendHintNobody') : t('case.composer.sendHint', { name })) : t('case.composer.keepHint');
  const tab = (which: Kind, Icon: typeof IconLock, words: string) => (
    <button type="button" role="tab" id={`write-${which}`} aria-selected={kind === which} aria-controls="write" tabIndex={kind === which ? 0 : -1} disabled={!may[which]} className={styles.tab} data-kind={which} onClick={() => onKind(which)}>
      <Icon size={15} stroke={1.8} aria-hidden="true" />
      {words}
    </button>
  );
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other: Kind = reply ? 'note' : 'reply';
    if (!may[other]) return;
    onKind(other);
    document.getElementById(`write-${other}`)?.focus();
  };

  return (
    <section className={styles.composer} data-kind={kind} aria-label={t('case.composer.label')} data-testid="composer">
      {act.since !== null && <StaleNotice caseId={shown.id} since={act.since} />}
      {act.error !== null && <ProblemNotice error={act.error} title={t(reply ? 'case.composer.failedReply' : 'case.composer.failedNote')} />}
      <div className={styles.box}>
        <div className={styles.tabs} role="tablist" aria-label={t('case.composer.label')} onKeyDown={arrows}>
          {tab('reply', IconArrowBackUp, t('case.composer.reply'))}
          {tab('note', IconLock, t('case.composer.note'))}
        </div>
        {!may.reply && <p className={styles.noReply}>{t('case.composer.closed', { state: t(`state.${shown.state}`) })}</p>}
        <div id="write" role="tabpanel" aria-labelledby={`write-${kind}`}>
          <Textarea ref={box} variant="unstyled" autosize minRows={2} maxRows={10} classNames={{ input: styles.text }} aria-label={hint} placeholder={hint} value={text} maxLength={20_000} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={press} />
          <div className={styles.foot}>
            <span className={styles.seen}>{seenBy}</span>
            <Kbd className={styles.key} aria-hidden="true">
              Ctrl ⏎
            </Kbd>
            <Button className={styles.send} onClick={send} loading={act.running} disabled={text.trim() === ''} data-kind={kind} leftSection={reply ? null : <IconLock size={15} stroke={1.8} aria-hidden="true" />}>
              {act.since !== null ? t('case.stale.again') : t(reply ? 'case.composer.send' : 'case.composer.keep')}
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
};
