import { NumberInput, SegmentedControl, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../operations.module.css';
import type { Span } from './span.js';

const COMMON = ['cases.CaseOpened.v1', 'cases.CaseAssigned.v1', 'cases.CaseHeld.v1', 'cases.CaseResolved.v1', 'cases.CaseReopened.v1', 'cases.CaseClosed.v1'];

type Props = { readonly span: Span; readonly onChange: (span: Span) => void };

/** Which part of the log. */
export const SpanForm = ({ span, onChange }: Props) => {
  const { t } = useTranslation();
  const change = (part: Partial<Span>) => onChange({ ...span, ...part });
  const ways = [{ value: 'time' as const, label: t('operations.player.byTime') }, { value: 'position' as const, label: t('operations.player.byPosition') }];
  return (
    <div className={styles.form}>
      <SegmentedControl aria-label={t('operations.player.span')} size="sm" data={ways} value={span.by} onChange={(by) => change({ by })} />
      {span.by === 'time' ? (
        <>
          <TextInput type="datetime-local" label={t('operations.player.since')} value={span.since} onChange={(event) => change({ since: event.currentTarget.value })} />
          <TextInput type="datetime-local" label={t('operations.player.until')} value={span.until} onChange={(event) => change({ until: event.currentTarget.value })} />
        </>
      ) : (
        <>
          <NumberInput label={t('operations.player.after')} min={0} allowDecimal={false} hideControls value={span.after} onChange={(value) => change({ after: typeof value === 'number' ? value : '' })} />
          <NumberInput label={t('operations.player.upTo')} min={0} allowDecimal={false} hideControls value={span.upTo} onChange={(value) => change({ upTo: typeof value === 'number' ? value : '' })} />
        </>
      )}
      <TagsInput
        className={styles.wide}
        label={t('operations.player.types')}
        placeholder={span.types.length === 0 ? t('operations.player.everyType') : undefined}
        data={COMMON}
        value={[...span.types]}
        onChange={(types) => change({ types })}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        comboboxProps={{ withinPortal: false }}
      />
    </div>
  );
};
