import { filled, type Values } from '../../platform/contract/words.ts';
import { FINDINGS } from './digest-finding.words.ts';

/** One thing that keeps an issue from going on, or that deserves a look. */
export interface Finding {
  code: string;
  severity: 'BLOCKS' | 'WARNS';
  zh: string;
  en: string;
  itemId?: string;
}

/** What is asked of an issue or an item: whether it is so, what is found then, and what its words name. */
export type Asked = readonly [isSo: boolean, code: keyof typeof FINDINGS, values?: Values];

/** What is so of what is asked; `values` for the words of all. */
export const findingsOf = (asked: readonly Asked[], values: Values = {}, itemId?: string): Finding[] =>
  asked
    .filter(([isSo]) => isSo)
    .map(([, code, its]) => {
      const [severity, ...words] = FINDINGS[code];
      const [zh, en] = filled(words, { ...values, ...its });
      return { code, severity, zh, en, itemId };
    });
