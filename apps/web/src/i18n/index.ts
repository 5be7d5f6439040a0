import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/client';
import { en } from './locales/en';
import type { Texts } from './locales/texts';
import { zhCN } from './locales/zh-CN';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Texts };
  }
}

/** Languages of the screens. */
export type Language = 'zh-CN' | 'en';
const remembered = 'ducha.language';

function firstLanguage(): Language {
  return localStorage.getItem(remembered) === 'en' ? 'en' : 'zh-CN';
}

function settle(language: string): void {
  document.documentElement.lang = language;
  localStorage.setItem(remembered, language);
  speak(language);
}

/** Loads the dictionaries; Chinese unless this browser chose English before. */
export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', settle);
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Switches every page; the choice stays in this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}
