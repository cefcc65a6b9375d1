import { REVISIT_KINDS, type RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Shown } from './revisitAddress.ts';

interface Props {
  shown: Shown;
  /** The list has what other units do, too. */
  hasOthers: boolean;
  onChange: (shown: Shown) => void;
}

export function RevisitFilters({ shown, hasOthers, onChange }: Props) {
  const { t } = useTranslation(['revisits', 'words']);
  return (
    <div className="as-wrap revisit-filters">
      <Select<RevisitKind | ''>
        aria-label={t('filter.kind')}
        value={shown.kind ?? ''}
        onChange={(kind) => onChange({ ...shown, kind: kind || null })}
        options={[
          { value: '' as const, label: t('filter.all') },
          ...REVISIT_KINDS.map((value) => ({ value, label: t(`words:revisitKind.${value}`) })),
        ]}
      />
      {hasOthers && (
        <Checkbox checked={shown.mine} onChange={({ target }) => onChange({ ...shown, mine: target.checked })}>
          {t('filter.mine')}
        </Checkbox>
      )}
    </div>
  );
}
