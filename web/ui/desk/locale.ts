import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import updateLocale from 'dayjs/plugin/updateLocale';
import type { Language } from '../../i18n/language.ts';

dayjs.extend(updateLocale);
// The days of an issue and the desk's week are counted from Monday, whatever language they are read in.
dayjs.updateLocale('en', { weekStart: 1 });

/** The buttons of a calendar's head are called what stands on them, and not something else beside it. */
function namedByWords(locale: typeof zhCN): typeof zhCN {
  const { DatePicker } = locale;
  if (!DatePicker) return locale;
  return { ...locale, DatePicker: { ...DatePicker, lang: { ...DatePicker.lang, yearSelect: '', monthSelect: '' } } };
}
const LOCALES = { zh: namedByWords(zhCN), en: namedByWords(enUS) };

/** The one place that says in which language the desks' own library speaks, and dayjs beneath its calendars. */
export function deskLocale(language: Language) {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return LOCALES[language];
}
