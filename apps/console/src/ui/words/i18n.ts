import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../api/language.js';
import type { words } from './ko.js';
import { PARTICLES, withParticle, type Particle } from './particles.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof words };
    returnNull: false;
  }
}

const load = async (language: Language) => (language === 'ko' ? (await import('./ko.js')).words : (await import('./en.js')).words);

/** Words in one language; the other is fetched when somebody asks for it. */
export const startWords = async (language: Language): Promise<i18n> => {
  const resources: Resource = { [language]: { words: await load(language) } };
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['words'],
    defaultNS: 'words',
    resources,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  for (const particle of Object.keys(PARTICLES) as Particle[]) {
    i18next.services.formatter?.add(particle, (value: unknown) => withParticle(String(value), particle));
  }
  document.documentElement.lang = language;
  return i18next;
};

export const changeLanguage = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'words')) i18next.addResourceBundle(language, 'words', await load(language));
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
