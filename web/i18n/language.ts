import { keptLocally } from '../ui/kept-locally.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'lxq.language';
export const chosenLanguage = keptLocally<Language>(KEY, 'zh');

/** Calls with what another tab has chosen. */
export function whenChosenElsewhere(hear: (language: Language) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    const language = LANGUAGES.find((one) => JSON.stringify(one) === newValue);
    if (key === KEY && language) hear(language);
  });
}

/** The language of server messages; known before the words are there. */
export const acceptLanguage = () => (chosenLanguage.get() === 'en' ? 'en' : 'zh-CN');
