import { keptLocally } from '../ui/kept-locally.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const chosenLanguage = keptLocally<Language>('lxq.language', 'zh');

/** The language of server messages; known before the words are there. */
export const acceptLanguage = () => (chosenLanguage.get() === 'en' ? 'en' : 'zh-CN');
