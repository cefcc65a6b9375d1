import type { CustomTypeOptions } from 'i18next';
import { chosenLanguage, type Language } from './language.ts';

export type Words = keyof CustomTypeOptions['resources'];

const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../{i18n,ui,session}/*.{zh,en}.ts',
  '../{nouns,screens}/*/*.{zh,en}.ts',
  '!../*/{session,ui,words}.zh.ts', // part of the app, because nearly everybody needs them at once
]);
const byName = new Map(Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1), load]));

/** One file per family and language, beside what says them; fetched when the family is opened. */
export const wordsIn = async (language: string, family: string) =>
  (await byName.get(`${family}.${language}.ts`)?.())?.default ?? {};

export const fetchWords = (families: readonly Words[], language: Language = chosenLanguage.get()) =>
  Promise.all(families.map((family) => wordsIn(language, family)));
