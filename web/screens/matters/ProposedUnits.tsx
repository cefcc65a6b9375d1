import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTermName } from '../../ui/useTermName.ts';
import { ProposedUnitsDocument, type ProposedUnitsQuery } from './matters.generated.ts';

interface Props {
  topic: string | undefined;
  place: string | undefined;
  /** Who cannot act on it: whom it is about, and who has objected already. */
  without: readonly string[];
  value: string | null;
  onChoose: (unit: string) => void;
}
type Proposed = ProposedUnitsQuery['proposedUnits'][number];

/** Whom it would go to by topic and place, and why (R64); one click takes it, and nobody has to. */
export function ProposedUnits({ topic, place, without, value, onChoose }: Props) {
  const { t } = useTranslation('matters');
  const { data } = useQuery(ProposedUnitsDocument, topic && place ? { variables: { topic, place } } : skipToken);
  const reason = useReason();
  const offered = (data?.proposedUnits ?? []).filter(({ unit }) => !without.includes(unit.code));
  if (offered.length === 0) return null;
  return (
    <fieldset className="as-list proposed-units">
      <legend>{t('proposed.title')}</legend>
      {offered.map((proposed) => (
        <Button
          key={proposed.unit.code}
          size="small"
          aria-pressed={proposed.unit.code === value}
          type={proposed.unit.code === value ? 'primary' : 'default'}
          onClick={() => onChoose(proposed.unit.code)}
        >
          {proposed.unit.name} <small>{reason(proposed)}</small>
        </Button>
      ))}
    </fieldset>
  );
}

function useReason() {
  const { t } = useTranslation('matters');
  const nameOf = useTermName();
  return ({ by, topic, place }: Proposed) =>
    t(`proposed.by.${by}`, { topic: topic ? nameOf(topic) : '', place: place?.name ?? '' });
}
