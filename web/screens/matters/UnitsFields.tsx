import { LIMITS } from '@lxq/schema/limits.ts';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrgTree } from '../../nouns/network/OrgTree.tsx';
import { type UnitNamed, UnitsSelect } from '../../nouns/network/UnitsSelect.tsx';

export interface Units {
  mainUnit: string | null;
  coUnits: UnitNamed[];
}
interface Props {
  value: Units;
  onChange: (changes: Partial<Units>) => void;
}

/** One main unit, from the tree, and those that act beside it. */
export function UnitsFields({ value: { mainUnit, coUnits }, onChange }: Props) {
  const { t } = useTranslation('matters');
  return (
    <>
      <UnitField
        id="matter-main"
        label={t('register.main')}
        value={mainUnit}
        onChange={(unit) => onChange({ mainUnit: unit, coUnits: coUnits.filter(({ code }) => code !== unit) })}
      />
      <Form.Item label={t('register.co')} htmlFor="matter-co">
        <UnitsSelect
          id="matter-co"
          most={LIMITS.instruction.coUnits}
          placeholder={t('register.search')}
          value={coUnits}
          onChange={(chosen) => onChange({ coUnits: chosen })}
          isOffered={({ code, kind }) => kind !== 'COUNTY_OFFICE' && code !== mainUnit}
        />
      </Form.Item>
    </>
  );
}

interface UnitProps {
  id: string;
  label: string;
  value: string | null;
  onChange: (unit: string | null) => void;
}
/** One unit, from the tree. */
export function UnitField({ id, label, value, onChange }: UnitProps) {
  return (
    <Form.Item label={label} htmlFor={id} required>
      <OrgTree of="units" id={id} label={label} value={value} onChange={(unit) => onChange(unit ?? null)} />
    </Form.Item>
  );
}
