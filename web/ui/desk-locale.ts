import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import updateLocale from 'dayjs/plugin/updateLocale';
import type { Language } from '../i18n/language.ts';

dayjs.extend(updateLocale);
// The days of an issue and the desk's week are counted from Monday, whatever language they are read in.
dayjs.updateLocale('en', { weekStart: 1 });

/** The one place that says in which language the desks' own library speaks, and dayjs beneath its calendars. */
export function deskLocale(language: Language) {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return language === 'en' ? enUS : zhCN;
}
