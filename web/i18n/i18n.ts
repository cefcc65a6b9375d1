import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { wordsIn } from './files.ts';
import { chosenLanguage, LANGUAGES, type Language, whenChosenElsewhere } from './language.ts';
import session from './session.zh.ts';
import ui from './ui.zh.ts';
import words from './words.zh.ts';

const fileBackend: BackendModule = { type: 'backend', init: () => {}, read: wordsIn };

export const i18n = i18next.createInstance();

export function startI18n() {
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
      resources: { zh: { session, ui, words } },
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
