/** One thing that keeps an issue from going on, or that deserves a look. */
export interface Finding {
  code: string;
  severity: 'BLOCKS' | 'WARNS';
  zh: string;
  en: string;
  itemId?: string;
}

export const blocks = (code: string, zh: string, en: string, itemId?: string): Finding => ({
  code,
  severity: 'BLOCKS',
  zh,
  en,
  itemId,
});
export const warns = (code: string, zh: string, en: string, itemId?: string): Finding => ({
  code,
  severity: 'WARNS',
  zh,
  en,
  itemId,
});
