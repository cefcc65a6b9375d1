/** What leaders write most often in the margin; the first one stands ready when the sheet opens. Labels: i18n/leader. */
export const PHRASES = ['handle', 'read', 'study', 'visit', 'root', 'safety'] as const;
export type PhraseId = (typeof PHRASES)[number];

/** What goes into the record is Chinese whatever language the phone speaks: Chinese units carry it out. */
const TEXTS: Record<PhraseId, (unit: string) => string> = {
  handle: (unit) => `请${unit}抓紧核实办理，并报结果。`,
  read: (unit) => `请${unit}阅处。`,
  study: (unit) => `请${unit}研究提出意见报我。`,
  visit: (unit) => `请${unit}到现场查看，妥善解决，及时答复群众。`,
  root: (unit) => `请${unit}举一反三，排查同类问题，限期解决。`,
  safety: (unit) => `请${unit}立即处置，确保群众安全，随时报告进展。`,
};
export const phraseText = (phrase: PhraseId, unit: { name: string } | null): string =>
  TEXTS[phrase](unit?.name ?? '有关单位');
