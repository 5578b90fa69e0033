import { useSyncExternalStore } from 'react';
import { changeLanguage } from '../words/i18n.js';
import { settingsFrom, type Settings } from './settings.js';

const KEY = 'onmaru.settings';

let settings: Settings = settingsFrom(localStorage.getItem(KEY), navigator.languages);
const listeners = new Set<() => void>();

export const currentSettings = (): Settings => settings;

export const changeSettings = async (change: Partial<Settings>): Promise<void> => {
  if (change.language !== undefined) await changeLanguage(change.language);
  settings = { ...settings, ...change };
  localStorage.setItem(KEY, JSON.stringify(settings));
  listeners.forEach((listener) => listener());
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSettings = (): Settings => useSyncExternalStore(subscribe, currentSettings);
