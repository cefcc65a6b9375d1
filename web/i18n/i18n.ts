import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keptLocally } from '../ui/kept-locally.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const files = import.meta.glob<{ default: Record<string, unknown> }>('./*.{zh,en}.ts');
const chosen = keptLocally<Language>('lxq.language', 'zh');

/** One file per screen family and language, fetched when the family is opened. */
const fileBackend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: async (language, family) => {
    const file = files[`./${family}.${language}.ts`];
    return (await file?.())?.default ?? {};
  },
};

export const i18n = i18next.createInstance();

export function startI18n() {
  markDocument(chosen.get());
  return i18n
    .use(fileBackend)
    .use(initReactI18next)
    .init({
      lng: chosen.get(),
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      ns: ['ui', 'session', 'words'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'zh');

export async function chooseLanguage(language: Language) {
  chosen.set(language);
  markDocument(language);
  await i18n.changeLanguage(language);
}

/** The language of server messages. */
export const acceptLanguage = () => (currentLanguage() === 'en' ? 'en' : 'zh-CN');

function markDocument(language: Language) {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
