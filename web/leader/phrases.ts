/** What leaders write most often in the margin; the first one stands ready when the sheet opens. Words: i18n/leader. */
export const PHRASES = ['handle', 'read', 'study', 'visit', 'root', 'safety'] as const;
export type PhraseId = (typeof PHRASES)[number];
