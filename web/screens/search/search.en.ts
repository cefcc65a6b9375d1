import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './search.zh.ts';

export default {
  title: 'Search',
  label: 'Search reports, issues, instructions, cases and papers',
  reports: 'Reports',
  papers: { DIGEST: 'The Digest', INSTRUCTION: 'Instructions', CASE: 'Cases', OFFICIAL: 'Papers' },
  issue: 'No. {{no}} of {{year}}',
  item: 'item {{number, number}}',
  more: 'More: {{name}}',
  placeholder: 'Text, place, topic, pinyin, number or issue; spaces between words',
  begin: 'Search everything you may see',
  tooShort: 'Enter at least two characters',
  ways: "Words of the text (such as 机井), townships and villages, topics (such as 饮水难), all of them by pinyin or initials too (duanshui, ysn); a reporter's full name, a report number or some of its digits; an issue by its number (第28期, 2026年第3期), an instruction or a case by its own (2026-0290, 案2026-0012), a paper by the number on it (告字〔2026〕12号).",
  examples: '机井|道路|垃圾|低保|学校|排水|宅基地|卫生室',
  nothing: 'No report found for "{{text}}"',
  try: 'Use fewer words, say it otherwise, write only the initials of a place, or clear the filters.',
  widen: 'Clear the filters',
} satisfies SameKeys<typeof zh>;
