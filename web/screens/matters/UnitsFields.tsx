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
