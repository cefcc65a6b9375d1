import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanUnitsDocument } from './network.generated.ts';

interface Props {
  id: string;
  value: string | null;
  onChange: (unit: string) => void;
}

/** Units that the viewer's desk knows: a station's own and its villages', the county's all, found by name. */
export function UnitSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState('');
  const { data, previousData, loading } = useQuery(PlanUnitsDocument, { variables: { text: text || null } });
  const units = (data ?? previousData)?.units.edges ?? [];
  return (
    <Select
      id={id}
      showSearch={{ onSearch: setText, filterOption: false }}
      placeholder={t('plan.searchUnit')}
      loading={loading}
      value={value}
      onChange={onChange}
      options={units.map(({ node }) => ({ value: node.code, label: node.name }))}
    />
  );
}
