import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';

type ProblemWords = { readonly title: string; readonly detail: string | null; readonly trace: string | null };

/** What an error says to people: what happened, and what to do. */
export const useProblemWords = (): ((error: unknown) => ProblemWords) => {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem)) return { title: t('error.unknown'), detail: t('error.unknownHint'), trace: null };
    if (error.status === 0) return { title: t('error.unreachable'), detail: t('error.unreachableHint'), trace: null };
    const { title, detail, traceId, errors } = error.body;
    const said = [detail, ...(errors ?? []).map(({ pointer, detail: what }) => `${pointer.split('/').at(-1) ?? ''}: ${what}`)].filter(Boolean).join(' · ');
    return {
      title: title ?? t('error.unknown'),
      detail: said === '' ? (error.status >= 500 ? t('error.unknownHint') : null) : said,
      trace: error.status >= 500 && traceId !== undefined ? t('error.trace', { id: traceId }) : null,
    };
  };
};
