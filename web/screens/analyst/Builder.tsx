import { SwapOutlined } from '@ant-design/icons';
import { LIMITS } from '@lxq/schema/limits.ts';
import { TABLE_COMPARISONS, TABLE_DIMENSIONS, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Asked, SHOWINGS, swapped } from './asked.ts';
import type { Fault } from './faults.ts';
import type { Measure } from './tableShape.ts';

interface Props {
  asked: Asked;
  /** What the viewer may ask for. */
  all: readonly Measure[];
  fault: Fault | undefined;
  onAsk: (asked: Asked) => void;
}

/** What a table is put together from; a change is answered at once. */
export function Builder({ asked, all, fault, onAsk }: Props) {
  const { t } = useTranslation('analyst');
  const chosen = all.filter(({ name }) => asked.measures.includes(name));
  const change = (part: Partial<Asked>) => onAsk({ ...asked, ...part });
  return (
    <Form layout="vertical" size="middle" className="as-panel builder" aria-label={t('builder')}>
      <Item name="measures" label={t('measures')} fault={fault}>
        <Select
          id="builder-measures"
          mode="multiple"
          maxCount={LIMITS.table.measures}
          value={[...asked.measures]}
          onChange={(measures) => change({ measures })}
          options={all.map(({ name, label, formula }) => ({ value: name, label, title: formula }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Item>
      <Item name="rows" label={t('rows')} fault={fault}>
        <Select
          id="builder-rows"
          mode="multiple"
          maxCount={LIMITS.table.rows}
          value={[...asked.rows]}
          onChange={(rows) => change({ rows, sort: undefined })}
          options={useChoicesOf(chosen, asked.columns)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Item>
      <Item name="columns" label={t('columns')} fault={fault}>
        <Select
          id="builder-columns"
          allowClear
          placeholder={t('noColumns')}
          value={asked.columns[0]}
          onChange={(column: TableDimension | undefined) =>
            change({ columns: column ? [column] : [], sort: undefined })
          }
          options={useChoicesOf(chosen, asked.rows)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Item>
      <Button
        icon={<SwapOutlined aria-hidden />}
        disabled={!asked.rows.length && !asked.columns.length}
        onClick={() => onAsk(swapped(asked))}
      >
        {t('swap')}
      </Button>
      <Item name="compare" label={t('compare')} fault={fault}>
        <Select
          id="builder-compare"
          value={asked.compare ?? 'NONE'}
          onChange={(compare) => change({ compare: TABLE_COMPARISONS.find((each) => each === compare) })}
          options={(['NONE', ...TABLE_COMPARISONS] as const).map((value) => ({
            value,
            label: t(`comparison.${value}`),
          }))}
        />
      </Item>
      <Item name="showing" label={t('showing.label')} fault={fault}>
        <Select
          id="builder-showing"
          value={asked.showing}
          onChange={(showing) => change({ showing })}
          options={SHOWINGS.map((value) => ({ value, label: t(`showing.${value}`) }))}
        />
      </Item>
      <Definitions measures={chosen} />
    </Form>
  );
}

/** What all of the measures can be cut by, and what stands nowhere else. */
function useChoicesOf(measures: readonly Measure[], elsewhere: readonly TableDimension[]) {
  const { t } = useTranslation('analyst');
  return TABLE_DIMENSIONS.map((value) => ({
    value,
    label: t(`dimension.${value}`),
    disabled: elsewhere.includes(value) || measures.some(({ dimensions }) => !dimensions.includes(value)),
  }));
}

interface ItemProps {
  name: string;
  label: string;
  fault: Fault | undefined;
  children: React.ReactNode;
}
/** What the server refuses is said where it can be put right. */
function Item({ name, label, fault, children }: ItemProps) {
  const isAtFault = fault?.control === name;
  return (
    <Form.Item
      label={label}
      htmlFor={`builder-${name}`}
      {...(isAtFault && { validateStatus: 'error' as const, help: <span role="alert">{fault.line}</span> })}
    >
      {children}
    </Form.Item>
  );
}

function Definitions({ measures }: { measures: readonly Measure[] }) {
  const { t } = useTranslation('analyst');
  if (!measures.length) return null;
  return (
    <details className="builder-definitions">
      <summary>{t('definitions')}</summary>
      <dl>
        {measures.map(({ name, label, formula, denominator, source }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {denominator ? t('definitionOf', { formula, denominator, source }) : t('definition', { formula, source })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
