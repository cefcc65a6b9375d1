import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import {
  ARRANGEABLE,
  arrangementOf,
  DENSITIES,
  type Density,
  FIXED_COLUMN,
  type ReportColumn,
} from '@lxq/schema/preferences/preference.ts';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Button, Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { columnWord } from '../reports/ReportTable.tsx';
import { moved } from '../views/viewAddress.ts';
import type { usePreference } from './usePreference.ts';

interface Props {
  screen: ListScreen;
  preference: ReturnType<typeof usePreference>;
  onClose: () => void;
}

/** Which columns are shown and in which order, and how close the rows stand. */
export function ArrangeDialog({ screen, preference, onClose }: Props) {
  const { t } = useTranslation(['preferences', 'reports']);
  const { arrangement, isBusy, save } = preference;
  const all = ARRANGEABLE[screen].columns;
  const [columns, setColumns] = useState<ReportColumn[]>([
    ...arrangement.columns,
    ...all.filter((column) => !arrangement.columns.includes(column)),
  ]);
  const [hidden, setHidden] = useState<ReadonlySet<ReportColumn>>(
    new Set(all.filter((column) => !arrangement.columns.includes(column))),
  );
  const [density, setDensity] = useState<Density>(arrangement.density);
  const reset = () => {
    const plain = arrangementOf(screen, {});
    setColumns(plain.columns);
    setHidden(new Set());
    setDensity(plain.density);
  };
  const toggle = (column: ReportColumn) =>
    setHidden((now) => new Set(now.has(column) ? [...now].filter((each) => each !== column) : [...now, column]));
  const shown = columns.filter((column) => !hidden.has(column));
  return (
    <DeedDialog
      title={t('arrange')}
      okText={t('keep')}
      isReady
      isBusy={isBusy}
      width={480}
      send={() => save({ columns: shown, density })}
      onDone={onClose}
      onClose={onClose}
    >
      <fieldset className="as-list arrange-columns">
        <legend>{t('columns')}</legend>
        <ol className="as-list">
          {columns.map((column, i) => {
            const name = t(`reports:column.${columnWord(column)}`);
            return (
              <li key={column} className="as-ends">
                <Checkbox
                  checked={!hidden.has(column)}
                  disabled={column === FIXED_COLUMN}
                  onChange={() => toggle(column)}
                >
                  {name}
                </Checkbox>
                <span className="as-row arrange-moves">
                  <Button
                    size="small"
                    icon={<ArrowUpOutlined />}
                    aria-label={t('up', { name })}
                    disabled={i === 0}
                    onClick={() => setColumns(moved(columns, column, -1) as ReportColumn[])}
                  />
                  <Button
                    size="small"
                    icon={<ArrowDownOutlined />}
                    aria-label={t('down', { name })}
                    disabled={i === columns.length - 1}
                    onClick={() => setColumns(moved(columns, column, 1) as ReportColumn[])}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      </fieldset>
      <Form.Item label={t('density.label')}>
        <Radio.Group
          optionType="button"
          value={density}
          onChange={({ target }) => setDensity(target.value)}
          options={DENSITIES.map((value) => ({ value, label: t(`density.${value}`) }))}
        />
      </Form.Item>
      <Button type="link" onClick={reset}>
        {t('reset')}
      </Button>
    </DeedDialog>
  );
}
