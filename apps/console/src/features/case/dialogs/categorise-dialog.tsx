import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAct } from '../use-case-act.js';
import { DialogFrame } from './dialog-frame.js';
import type { DialogProps } from './dialog.js';

export const CategoriseDialog = ({ shown, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const act = useCaseAct(shown);
  const [category, setCategory] = useState(shown.category ?? '');
  const [subcategory, setSubcategory] = useState(shown.subcategory ?? '');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (category.trim() === '') return;
    act.run('categorise', { category: category.trim(), ...(subcategory.trim() !== '' && { subcategory: subcategory.trim() }) }, onClose);
  };
  return (
    <DialogFrame shown={shown} act={act} title={t('case.dialog.categoriseTitle')} verb={t('save')} onSubmit={submit} onClose={onClose}>
      <TextInput data-autofocus label={t('case.dialog.category')} maxLength={200} value={category} onChange={(event) => setCategory(event.currentTarget.value)} error={tried && category.trim() === '' ? t('case.dialog.missing') : undefined} />
      <TextInput label={`${t('case.dialog.subcategory')} (${t('optional')})`} maxLength={200} value={subcategory} onChange={(event) => setSubcategory(event.currentTarget.value)} />
    </DialogFrame>
  );
};
