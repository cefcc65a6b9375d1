import type { SameKeys } from '../../i18n/same-keys.ts';
import type zh from './search.zh.ts';

export default {
  title: 'Search',
  label: 'Search reports',
  placeholder: 'Text, place, topic, pinyin or number; spaces between words',
  begin: 'Search everything you may see',
  tooShort: 'Enter at least two characters',
  ways: 'Words of the text (such as 机井), townships and villages, topics (such as 饮水难), all of them by pinyin or initials too (duanshui, ysn); a reporter’s full name, a report number or some of its digits.',
  examples: '机井|道路|垃圾|低保|学校|排水|宅基地|卫生室',
  nothing: 'Nothing found for "{{text}}"',
  try: 'Use fewer words, say it otherwise, write only the initials of a place, or clear the filters.',
  widen: 'Clear the filters',
} satisfies SameKeys<typeof zh>;
