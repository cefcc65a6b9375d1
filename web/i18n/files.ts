import type { CustomTypeOptions } from 'i18next';
import { chosenLanguage, type Language } from './language.ts';

export type Words = keyof CustomTypeOptions['resources'];

const files = import.meta.glob<{ default: Record<string, unknown> }>([
  './*.{zh,en}.ts',
  '!./{session,ui,words}.zh.ts', // part of the app, because nearly everybody needs them at once
]);

/** One file per screen family and language, fetched when the family is opened. */
export const wordsIn = async (language: string, family: string) =>
  (await files[`./${family}.${language}.ts`]?.())?.default ?? {};

export const fetchWords = (families: readonly Words[], language: Language = chosenLanguage.get()) =>
  Promise.all(families.map((family) => wordsIn(language, family)));
