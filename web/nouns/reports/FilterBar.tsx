import { Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { OrgTree } from '../network/OrgTree.tsx';
import { useChoices, useTerms } from '../network/useTerms.ts';
import type { Filter } from './filter.ts';
import { daysOf, PERIODS } from './periods.ts';
import { TopicPicker } from './TopicPicker.tsx';
import './filters.css';

interface Props {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  /** A township desk sees no other line than its own. */
  lines: readonly ('LINE' | 'DIRECT')[];
}

export function FilterBar({ filter, onChange, lines }: Props) {
  const { t } = useTranslation(['reports', 'words']);
  useChoices('cache-and-network');
  const { sourceChoices } = useTerms();
  return (
    <fieldset className="as-row as-list report-filter-bar">
      <legend className="sr-only">{t('filter.all')}</legend>
      <TopicPicker value={filter.topics} onChange={(topics) => onChange({ topics })} />
      <Many
        label={t('filter.source')}
        choices={sourceChoices}
        value={filter.sources}
        onChange={(sources) => onChange({ sources })}
      />
      {lines.length > 1 && (
        <Many
          label={t('filter.line')}
          choices={lines.map((line) => ({ value: line, label: t(`words:line.${line}`) }))}
          value={filter.lines}
          onChange={(chosen) => onChange({ lines: chosen as Filter['lines'] })}
        />
      )}
      <OrgTree
        of="places"
        label={t('filter.place')}
        value={filter.under}
        onChange={(under) => onChange({ under })}
        allowClear
      />
      <Period filter={filter} onChange={onChange} />
      <Checkbox
        checked={filter.urgency === 'HIGH'}
        onChange={(e) => onChange({ urgency: e.target.checked ? 'HIGH' : undefined })}
      >
        {t('filter.urgent')}
      </Checkbox>
      <Checkbox
        checked={!!filter.problemsOnly}
        onChange={(e) => onChange({ problemsOnly: e.target.checked || undefined })}
      >
        {t('filter.problems')}
      </Checkbox>
    </fieldset>
  );
}

interface ManyProps {
  label: string;
  choices: { value: string; label: string }[];
  value: string[] | undefined;
  onChange: (value: string[] | undefined) => void;
}
function Many({ label, choices, value, onChange }: ManyProps) {
  return (
    <Select
      mode="multiple"
      aria-label={label}
      placeholder={label}
      options={choices}
      value={value ?? []}
      onChange={(chosen) => onChange(chosen.length ? chosen : undefined)}
      showSearch={{ optionFilterProp: 'label' }}
      maxTagCount={1}
      allowClear
      className="report-many"
    />
  );
}

function Period({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { t } = useTranslation('reports');
  const now = new Date();
  const presets = PERIODS.map((period) => {
    const { submittedFrom, submittedTo } = daysOf(period, now);
    return {
      label: t(`period.${period}`),
      value: [dayjs(submittedFrom), dayjs(submittedTo)] as [dayjs.Dayjs, dayjs.Dayjs],
    };
  });
  return (
    <DatePicker.RangePicker
      aria-label={t('filter.days')}
      presets={presets}
      allowEmpty={[true, true]}
      placeholder={[t('filter.from'), t('filter.to')]}
      value={[
        filter.submittedFrom ? dayjs(filter.submittedFrom) : null,
        filter.submittedTo ? dayjs(filter.submittedTo) : null,
      ]}
      onChange={(_, days) => onChange({ submittedFrom: days?.[0] || undefined, submittedTo: days?.[1] || undefined })}
      className="report-days"
    />
  );
}
