import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { PlanUnitsDocument, type PlanUnitsQuery } from './network.generated.ts';

export interface UnitNamed {
  code: string;
  name: string;
}
type Found = PlanUnitsQuery['units']['edges'][number]['node'];
interface Props {
  id: string;
  most: number;
  placeholder: string;
  value: UnitNamed[];
  onChange: (units: UnitNamed[]) => void;
  isOffered?: (unit: Found) => boolean;
}

/** Some units, found by name; a chosen one keeps its name whatever is searched for. */
export function UnitsSelect({ id, most, placeholder, value, onChange, isOffered = () => true }: Props) {
  const [text, setText] = useState('');
  const { data, previousData, loading } = useQuery(PlanUnitsDocument, { variables: { text: text || null } });
  const found = (data ?? previousData)?.units.edges.map(({ node }) => node) ?? [];
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      maxCount={most}
      showSearch={{ onSearch: setText, filterOption: false }}
      loading={loading}
      placeholder={placeholder}
      value={value.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(chosen) => onChange(chosen.map(({ value: code, label }) => ({ code, name: String(label) })))}
      options={found.filter(isOffered).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
