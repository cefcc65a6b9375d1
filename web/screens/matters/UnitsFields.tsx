import { LIMITS } from '@lxq/schema/limits.ts';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrgTree } from '../../nouns/network/OrgTree.tsx';
import { type UnitNamed, UnitsSelect } from '../../nouns/network/UnitsSelect.tsx';
import { ProposedUnits } from './ProposedUnits.tsx';

export interface Units {
  mainUnit: string | null;
  coUnits: UnitNamed[];
}
interface Props {
  /** What the matter is of, by which units are proposed, and who cannot act on it. */
  of: { topic?: string | undefined; place?: string | undefined; without?: readonly string[] };
  value: Units;
  onChange: (changes: Partial<Units>) => void;
}

/** One main unit, from the tree, and those that act beside it. */
export function UnitsFields({ of: { topic, place, without = [] }, value: { mainUnit, coUnits }, onChange }: Props) {
  const { t } = useTranslation('matters');
  const choose = (unit: string | null) =>
    onChange({ mainUnit: unit, coUnits: coUnits.filter(({ code }) => code !== unit) });
  return (
    <>
      <UnitField id="matter-main" label={t('register.main')} value={mainUnit} onChange={choose} />
      <ProposedUnits topic={topic} place={place} without={without} value={mainUnit} onChoose={choose} />
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
