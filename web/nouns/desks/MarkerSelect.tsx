import { skipToken, useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
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

export const useMarkers = (isWanted = true) =>
  useQuery(MarkersDocument, isWanted ? { fetchPolicy: 'cache-and-network' } : skipToken);

/** What the desk calls one; undefined until that is known. */
export function useMarkerWord(id: string | undefined): string | undefined {
  const { t } = useTranslation('reports');
  const { data } = useMarkers(id !== undefined);
  return data && (data.markers.find((marker) => marker.id === id)?.word ?? t('beside.markerGone'));
}

/** One of the desk's own markers; as a filter it asks for them when it is opened. */
export function MarkerSelect({ value, onChange, isFilter = false, ...rest }: Props) {
  const { t } = useTranslation('reports');
  const [isWanted, setWanted] = useState(!isFilter);
  const { data, loading } = useMarkers(isWanted || value !== undefined);
  const markers = data?.markers ?? [];
  const isGone = !!data && value !== undefined && !markers.some(({ id }) => id === value);
  return (
    <Select
      {...rest}
      aria-label={t('beside.marker')}
      placeholder={t('beside.marker')}
      className="marker-select"
      allowClear={isFilter}
      loading={loading && !data}
      onOpenChange={(isOpen) => isOpen && setWanted(true)}
      showSearch={{ optionFilterProp: 'title' }}
      notFoundContent={t('beside.noMarkers')}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={[
        ...(isGone ? [{ value, title: '', label: t('beside.markerGone'), disabled: true }] : []),
        ...markers.map((marker) => ({
          value: marker.id,
          title: marker.word,
          label: <MarkerTag marker={marker} />,
        })),
      ]}
    />
  );
}
