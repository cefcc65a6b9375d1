import { useQuery } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanUnitsDocument } from '../../nouns/network/network.generated.ts';
import { OrgTree } from '../../nouns/network/OrgTree.tsx';

export interface UnitNamed {
  code: string;
  name: string;
}
export interface Units {
  mainUnit: string | null;
  coUnits: UnitNamed[];
}
interface Props {
  value: Units;
  onChange: (changes: Partial<Units>) => void;
}

/** One main unit, from the tree, and those that act beside it, found by name; a chosen one keeps its name whatever is searched for. */
export function UnitsFields({ value: { mainUnit, coUnits }, onChange }: Props) {
  const { t } = useTranslation('matters');
  const [text, setText] = useState('');
  const { data, previousData, loading } = useQuery(PlanUnitsDocument, { variables: { text: text || null } });
  const found = (data ?? previousData)?.units.edges.map(({ node }) => node) ?? [];
  const options = found
    .filter(({ kind }) => kind !== 'COUNTY_OFFICE')
    .map(({ code, name }) => ({ value: code, label: name }));
  const search = { onSearch: setText, filterOption: false } as const;
  const labelled = ({ code, name }: UnitNamed) => ({ value: code, label: name });
  const named = ({ value, label }: { value: string; label: unknown }): UnitNamed => ({
    code: value,
    name: String(label),
  });
  return (
    <>
      <Form.Item label={t('register.main')} htmlFor="matter-main" required>
        <OrgTree
          of="units"
          id="matter-main"
          label={t('register.main')}
          value={mainUnit}
          onChange={(unit) =>
            onChange({ mainUnit: unit ?? null, coUnits: coUnits.filter(({ code }) => code !== unit) })
          }
        />
      </Form.Item>
      <Form.Item label={t('register.co')} htmlFor="matter-co">
        <Select
          id="matter-co"
          mode="multiple"
          labelInValue
          maxCount={LIMITS.instruction.coUnits}
          showSearch={search}
          loading={loading}
          placeholder={t('register.search')}
          value={coUnits.map(labelled)}
          onChange={(chosen) => onChange({ coUnits: chosen.map(named) })}
          options={options.filter(({ value }) => value !== mainUnit)}
        />
      </Form.Item>
    </>
  );
}
