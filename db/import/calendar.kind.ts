import { calendarProblems } from '@lxq/schema/calendar/calendar-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Changes } from './changes.ts';
import type { Findings } from './finding.ts';
import { tidyName } from './key.ts';
import type { Kind } from './kind.ts';
import { rowProblems } from './row.problems.ts';
import { refuseTwice, takeDay, takeWord } from './row-values.ts';
import type { Entry, Sheet } from './sheet.ts';
import type { Query } from './transaction.ts';
import { upsert } from './upsert.ts';
import { DAY_WORDS } from './words.ts';

type CalendarField = 'day' | 'is_workday' | 'name' | 'source';

const calendarSheet: Sheet<CalendarField> = {
  name: 'calendar',
  zh: '放假调休',
  columns: {
    day: {
      zh: '日期',
      need: 'VALUE',
      note: { zh: '2026-10-01;每天一行,周末照常休息的不必写', en: 'YYYY-MM-DD; a line a day, usual weekends left out' },
      example: '2030-01-01',
    },
    is_workday: {
      zh: '安排',
      also: ['上班', '是否上班'],
      need: 'VALUE',
      note: { zh: '放假或上班', en: 'off or worked' },
      example: '放假',
    },
    name: {
      zh: '名称',
      also: ['节日'],
      need: 'VALUE',
      note: { zh: '如春节、劳动节调休上班', en: 'what the day is called' },
      example: '元旦',
    },
    source: {
      zh: '公布依据',
      also: ['文号', '依据'],
      need: 'VALUE',
      note: { zh: '文号或文件名', en: 'where it is published' },
      example: '国办发明电〔2029〕示例号',
    },
  },
};

interface CalendarRow {
  day: string;
  is_workday: boolean;
  name: string;
  source: string;
}

/** Days for every county here: the file needs none. Deadlines that run follow within a minute (api/deadlines). */
export const calendarKind: Kind<CalendarField> = {
  sheet: calendarSheet,
  bringsCounty: true,
  prepare(entries, findings) {
    const days = new Map<string, number>();
    const rows = entries.flatMap((entry) => {
      const row = entry.isSound && checkEntry(entry, findings);
      if (!row) return [];
      return refuseTwice(days, row.day, { line: entry.line, field: 'day', value: row.day }, findings) ? [] : [row];
    });
    return (query) => writeDays(query, rows, findings);
  },
};

function checkEntry({ line, value }: Entry<CalendarField>, findings: Findings): CalendarRow | undefined {
  const before = findings.list.length;
  const at = (field: CalendarField) => ({ line, field, value: value[field] });
  const day = takeDay(at('day'), findings);
  const word = takeWord(DAY_WORDS, at('is_workday'), findings);
  const [name, source] = [tidyName(value.name), tidyName(value.source)];
  for (const { field } of calendarProblems({ name, source }))
    findings.refuse(at(field), rowProblems.lengthOff(LIMITS.calendar[field]));
  if (findings.list.length > before || !day) return undefined;
  return { day, is_workday: word === 'WORKED', name, source };
}

const CHANGE = ['is_workday', 'name', 'source'] as const;

async function writeDays(query: Query, rows: CalendarRow[], findings: Findings): Promise<Changes> {
  findings.stopIfRefused();
  const known = await query<CalendarRow>(
    'select day::text, is_workday, name, source from calendar_day where day = any($1::date[])',
    [rows.map(({ day }) => day)],
  );
  await upsert(query, { table: 'calendar_day', key: ['day'], change: [...CHANGE] }, rows);
  const changes = new Changes();
  for (const row of rows) {
    const before = known.find(({ day }) => day === row.day);
    if (!before) changes.note('added', `${row.day} ${row.name}`);
    else if (CHANGE.some((field) => before[field] !== row[field])) changes.note('changed', `${row.day} ${row.name}`);
  }
  return changes;
}
