import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MarkersDocument } from './desks.generated.ts';
import { MarkerTag } from './MarkerTag.tsx';

interface Props {
  id?: string;
  value: string | undefined;
  onChange: (marker: string | undefined) => void;
  /** To narrow a list: may be taken back. */
  isFilter?: boolean;
}

export const useMarkers = () => useQuery(MarkersDocument, { fetchPolicy: 'cache-and-network' });

/** One of the desk's own markers. */
export function MarkerSelect({ value, onChange, isFilter = false, ...rest }: Props) {
  const { t } = useTranslation('reports');
  const { data, loading } = useMarkers();
  const markers = data?.markers ?? [];
  return (
    <Select
      {...rest}
      aria-label={t('beside.marker')}
      placeholder={t('beside.marker')}
      className="marker-select"
      allowClear={isFilter}
      loading={loading && !data}
      showSearch={{ optionFilterProp: 'title' }}
      notFoundContent={t('beside.noMarkers')}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={markers.map((marker) => ({
        value: marker.id,
        title: marker.word,
        label: <MarkerTag marker={marker} />,
      }))}
    />
  );
}
