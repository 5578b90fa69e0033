import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../api/language.js';
import { changeSettings, useSettings } from './use-settings.js';

const NAMES = [
  { value: 'ko', label: '한국어' },
  { value: 'en', label: 'English' },
];

/** Each language by its own name. */
export const LanguageSwitch = ({ fullWidth = false }: { readonly fullWidth?: boolean }) => {
  const { t } = useTranslation();
  const { language } = useSettings();
  return <SegmentedControl size="xs" fullWidth={fullWidth} aria-label={t('settings.language')} data={NAMES} value={language} onChange={(value) => void changeSettings({ language: value as Language })} />;
};
