import { isLanguage, preferredLanguage, type Language } from '../api/language.js';

const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ['compact', 'regular', 'comfortable'] as const;
type Density = (typeof DENSITIES)[number];
export const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 40, regular: 52, comfortable: 64 };

export type Settings = { readonly language: Language; readonly theme: Theme; readonly density: Density; readonly keys: boolean };

/** What a browser remembers, mended where it is missing or makes no sense. */
export const settingsFrom = (remembered: string | null, preferred: readonly string[]): Settings => {
  const { language, theme, density, keys } = parsed(remembered);
  return {
    language: isLanguage(language) ? language : preferredLanguage(preferred),
    theme: THEMES.find((each) => each === theme) ?? 'auto',
    density: DENSITIES.find((each) => each === density) ?? 'regular',
    keys: keys !== false,
  };
};

const parsed = (text: string | null): Record<string, unknown> => {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
