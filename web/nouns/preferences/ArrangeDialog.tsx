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
  const { t } = useTranslation('preferences');
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
      <Columns columns={columns} hidden={hidden} onMove={setColumns} onToggle={toggle} />
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

interface ColumnsProps {
  columns: ReportColumn[];
  hidden: ReadonlySet<ReportColumn>;
  onMove: (columns: ReportColumn[]) => void;
  onToggle: (column: ReportColumn) => void;
}
function Columns({ columns, hidden, onMove, onToggle }: ColumnsProps) {
  const { t } = useTranslation(['preferences', 'reports']);
  const last = columns.length - 1;
  const move = (column: ReportColumn, by: 1 | -1) => onMove(moved(columns, column, by) as ReportColumn[]);
  return (
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
                onChange={() => onToggle(column)}
              >
                {name}
              </Checkbox>
              <span className="as-row arrange-moves">
                <Button
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={t('up', { name })}
                  disabled={i === 0}
                  onClick={() => move(column, -1)}
                />
                <Button
                  size="small"
                  icon={<ArrowDownOutlined />}
                  aria-label={t('down', { name })}
                  disabled={i === last}
                  onClick={() => move(column, 1)}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
