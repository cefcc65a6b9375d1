import i18next, { type BackendModule, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { wordsIn } from './files.ts';
import { chosenLanguage, LANGUAGES, type Language, whenChosenElsewhere } from './language.ts';

const fileBackend: BackendModule = { type: 'backend', init: () => {}, read: wordsIn };

export const i18n = i18next.createInstance();

/** `everywhere`: the Chinese words that nearly everybody needs at once. */
export function startI18n(everywhere: Resource[string]) {
  markDocument(chosenLanguage.get());
  whenChosenElsewhere((language) => void chooseLanguage(language));
  return i18n
    .use(fileBackend)
    .use(initReactI18next)
    .init({
      lng: chosenLanguage.get(),
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      ns: ['ui', 'session', 'words'],
      defaultNS: 'ui',
      resources: { zh: everywhere },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'zh');

export async function chooseLanguage(language: Language) {
  chosenLanguage.set(language);
  markDocument(language);
  await i18n.changeLanguage(language);
}

function markDocument(language: Language) {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
