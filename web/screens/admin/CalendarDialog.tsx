import { calendarProblems } from '@lxq/schema/calendar/calendar-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedFields } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useSend } from '../../deeds/useSend.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { type CalendarDayRowFragment as Day, SaveCalendarDayDocument } from './deadlines.generated.ts';

interface Props {
  /** Absent for a day that is not arranged yet. */
  day: Day | undefined;
  year: number;
  onClose: () => void;
}
type Fields = Pick<Day, 'day' | 'isWorkday' | 'name' | 'source'>;
const limits = LIMITS.calendar;

/** One day of the calendar. Deadlines that run move with it, and their units are told. */
export function CalendarDialog({ day, year, onClose }: Props) {
  const { t } = useTranslation(['admin', 'ui']);
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const ruleOf = useFieldRule(({ name = '', source = '' }: Partial<Fields>) =>
    calendarProblems({ name: name.trim(), source: source.trim() }),
  );
  const form = useSavedForm<Fields>(
    { deed: 'calendar', subject: day?.day ?? `new ${year}` },
    day ?? { isWorkday: false },
    {
      send: (fields) => send(SaveCalendarDayDocument, { ...fields, version: day?.version ?? 0 }),
      onSaved: (fields) => {
        done(t('calendar.saved', { day: fields.day }));
        onClose();
      },
    },
  );
  return (
    <DeskModal
      open
      title={day ? t('calendar.edit', { day: day.day }) : t('calendar.add')}
      okText={t('ui:save')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => form.props.form.submit()}
      onCancel={onClose}
    >
      <SavedFields form={form}>
        <Form.Item name="day" label={t('calendar.day')} rules={[{ required: true, message: t('calendar.whichDay') }]}>
          <Input type="date" disabled={!!day} min={`${year}-01-01`} max={`${year}-12-31`} />
        </Form.Item>
        <Form.Item name="isWorkday" label={t('calendar.is')}>
          <Radio.Group
            optionType="button"
            options={[
              { value: false, label: t('calendar.off') },
              { value: true, label: t('calendar.worked') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('calendar.name')}
          extra={t('calendar.nameHint')}
          rules={ruleOf('name')}
          required
        >
          <Input count={{ max: limits.name.max, strategy: visibleLength }} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('calendar.source')}
          extra={t('calendar.sourceHint')}
          rules={ruleOf('source')}
          required
        >
          <Input count={{ max: limits.source.max, strategy: visibleLength }} />
        </Form.Item>
      </SavedFields>
      <p className="admin-note">{t('calendar.moves')}</p>
    </DeskModal>
  );
}
