import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { isWeekday } from '@lxq/schema/calendar.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { countyNow } from '../../ui/county-clock.ts';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { CalendarDialog } from './CalendarDialog.tsx';
import { CalendarDaysDocument, type CalendarDayRowFragment as Day } from './deadlines.generated.ts';

/** 放假调休: the days of a year on which work differs from the week, where they are published, and whether the year is. */
export function CalendarDays() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const today = Number(shanghaiDay(countyNow()).slice(0, 4));
  const years = [today - 1, today, today + 1];
  const year = years.find((each) => String(each) === search.get('year')) ?? today;
  const { data, error, refetch } = useQuery(CalendarDaysDocument, {
    variables: { year },
    fetchPolicy: 'cache-and-network',
  });
  const [edited, setEdited] = useState<Day | 'new'>();
  const close = () => {
    setEdited(undefined);
    void refetch().catch(() => undefined); // a failure is `error`
  };
  const isPublished = (data?.calendarConfirmedThrough ?? '') >= `${year}-12-31`;
  return (
    <section className="admin-list">
      <p className="admin-note">{t('calendar.note')}</p>
      <LinkTabs
        label={t('view.calendar')}
        tabs={years.map((each) => ({
          to: `/admin?view=calendar&year=${each}`,
          name: String(each),
          isCurrent: each === year,
        }))}
      />
      <Loaded data={data?.calendarDays} asked={{ error, refetch }}>
        {(days) => (
          <>
            <p role="status">{t(isPublished ? 'calendar.published' : 'calendar.expected', { year })}</p>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
              {t('calendar.add')}
            </Button>
            {days.length > 0 && <Table days={days} onEdit={setEdited} />}
          </>
        )}
      </Loaded>
      {edited && <CalendarDialog day={edited === 'new' ? undefined : edited} year={year} onClose={close} />}
    </section>
  );
}

function Table({ days, onEdit }: { days: Day[]; onEdit: (day: Day) => void }) {
  const { t, i18n } = useTranslation('admin');
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <table className="network-table">
      <caption className="sr-only">{t('view.calendar')}</caption>
      <thead>
        <tr>
          <th>{t('calendar.day')}</th>
          <th>{t('calendar.is')}</th>
          <th>{t('calendar.name')}</th>
          <th>{t('calendar.source')}</th>
          <th>
            <span className="sr-only">{t('threshold.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th scope="row">
              {day.day} {weekday.format(new Date(`${day.day}T00:00:00Z`))}
            </th>
            <td data-label={t('calendar.is')}>{t(stateOf(day))}</td>
            <td data-label={t('calendar.name')}>{day.name}</td>
            <td data-label={t('calendar.source')}>{day.source || t('calendar.noSource')}</td>
            <td className="admin-deeds">
              <RowDeed deed={t('threshold.edit')} of={day.day} onClick={() => onEdit(day)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day may be set back to what it is in any week: then it is as usual. */
function stateOf({ day, isWorkday }: Day) {
  if (isWorkday === isWeekday(day)) return 'calendar.usual' as const;
  return isWorkday ? ('calendar.worked' as const) : ('calendar.off' as const);
}
