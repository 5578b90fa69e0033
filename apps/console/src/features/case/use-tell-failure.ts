import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sayToast } from '../../ui/parts/toasts.js';
import { useProblemWords } from '../../ui/parts/use-problem-words.js';
import type { CaseAct } from './use-case-act.js';

/** Says once of each failure what came of an act that was asked for without a dialog. */
export const useTellFailure = ({ error, since }: Pick<CaseAct, 'error' | 'since'>): void => {
  const { t } = useTranslation();
  const words = useProblemWords();
  const said = useRef<unknown>(null);
  useEffect(() => {
    const failure = error ?? since;
    if (failure === null || failure === said.current) return;
    said.current = failure;
    if (error === null) sayToast({ tone: 'danger', title: t('case.stale.title'), text: t('case.stale.lookAgain') });
    else sayToast({ tone: 'danger', title: words(error).title });
  });
};
