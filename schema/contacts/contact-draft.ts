import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';
import { visibleLength } from '../texts/characters.ts';
import { foldFigures } from '../texts/folded-figures.ts';
import { findPersonalData, maskPersonalData } from '../texts/personal-data.ts';

/** How a villager can be reached, as it is typed; either of the last two may be missing. */
export interface ContactDraft {
  name: string;
  phone: string | null;
  address: string | null;
}
export type ContactProblem =
  | Problem<'name', 'SHORT' | 'LONG' | 'NUMBER'>
  | Problem<'phone', 'MISSING' | 'FORM'>
  | Problem<'address', 'SHORT' | 'LONG' | 'NUMBER'>;

const { name: nameLength, address: addressLength } = LIMITS.contact;

/** What keeps a contact from being kept, in the order of the form. */
export function contactProblems({ name, phone, address }: ContactDraft): ContactProblem[] {
  const isGiven = (text: string | null): text is string => visibleLength(text ?? '') > 0;
  return [
    ...lengthProblem('name', name, nameLength),
    ...numberProblem('name', name),
    ...missingProblem('phone', !isGiven(phone) && !isGiven(address)),
    ...(isGiven(phone) && !plainPhone(phone) ? [{ field: 'phone', problem: 'FORM' } as const] : []),
    ...(isGiven(address) ? lengthProblem('address', address, addressLength) : []),
    ...numberProblem('address', address ?? ''),
  ];
}

/** Neither an identity number nor a card's is needed to reach anybody, and a telephone number has its own field. */
const numberProblem = <F extends string>(field: F, text: string): Problem<F, 'NUMBER'>[] =>
  findPersonalData(text).length > 0 ? [{ field, problem: 'NUMBER' }] : [];

/** The figures of a mobile number, or of a landline with its area code; null when it is anything else. What is taken here can be masked. */
export function plainPhone(text: string): string | null {
  const [found, ...more] = findPersonalData(text);
  if (found?.kind !== 'PHONE' || more.length > 0 || visibleLength(found.text) !== visibleLength(text)) return null;
  const figures = foldFigures(text)
    .plain.replace(/\D/g, '')
    .replace(/^(?:00)?86(?=\d{10,11}$)/, '');
  const whole = /^[01]/.test(figures) ? figures : `0${figures}`;
  return maskPersonalData(whole) === whole ? null : whole;
}

/** 张**, whatever follows the first character. */
export const maskedName = (name: string): string => `${[...name.trim()][0] ?? ''}**`;
/** 138****1234; 0310-*****12. */
export const maskedPhone = (phone: string): string => maskPersonalData(phone);
