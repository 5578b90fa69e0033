import { pageState } from '../page-state.js';
import { changeLanguage } from '../words/i18n.js';
import { settingsFrom, type Settings } from './settings.js';

const KEY = 'onmaru.settings';

const settings = pageState(settingsFrom(localStorage.getItem(KEY), navigator.languages));

export const currentSettings = settings.now;
export const useSettings = settings.use;

export const changeSettings = async (change: Partial<Settings>): Promise<void> => {
  if (change.language !== undefined) await changeLanguage(change.language);
  const next = { ...settings.now(), ...change };
  localStorage.setItem(KEY, JSON.stringify(next));
  settings.set(next);
};
