import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/session.ts';
import { isWithin, type PlaceChoice } from './draft.ts';
import { FindPlacesDocument } from './lists.generated.ts';
import { type PlaceLine, useNearby } from './lists.ts';
import { PickSection, PickSheet } from './PickSheet.tsx';
import { soundsLike } from './pinyin.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  onPick: (place: PlaceChoice) => void;
}

/** Own area first, then around it, then the whole county; found by name, pinyin or initials. */
export function PlacePicker({ open, onClose, onPick }: Props) {
  const { t } = useTranslation('officer');
  return (
    <PickSheet open={open} onClose={onClose} label={t('where.pick')} placeholder={t('where.search')}>
      {(sought) => <Places sought={sought} onPick={onPick} />}
    </PickSheet>
  );
}

function Places({ sought, onPick }: { sought: string; onPick: Props['onPick'] }) {
  const { t } = useTranslation('officer');
  const { area } = useViewer().post;
  const nearby = useNearby();
  const fits = (place: PlaceLine) => isNamed(place, sought);
  const sections: [string, PlaceLine[]][] = [
    [t('where.own'), nearby.own.filter(fits)],
    [t('where.around'), nearby.around.filter(fits)],
    [t('where.elsewhere'), useElsewhere(sought, [...nearby.own, ...nearby.around])],
  ];
  if (sections.every(([, places]) => places.length === 0)) return <p className="field-note">{t('where.none')}</p>;
  return sections.map(([heading, places]) => (
    <PickSection
      key={heading}
      heading={heading}
      items={places}
      keyOf={({ code }) => code}
      nameOf={({ fullName }) => fullName}
      onPick={({ code, fullName }) => onPick({ code, fullName, isOutside: !isWithin(code, area) })}
    />
  ));
}

function isNamed({ name, fullName, initials }: PlaceLine, sought: string): boolean {
  if (sought === '') return true;
  const startsSo = initials.toLowerCase().startsWith(sought.toLowerCase());
  return startsSo || soundsLike(name, sought) || fullName.includes(sought);
}

/** What the server finds beyond the places already listed; nothing without a signal. */
function useElsewhere(sought: string, listed: readonly PlaceLine[]): PlaceLine[] {
  const { data } = useQuery(FindPlacesDocument, { variables: { text: sought }, skip: sought.length < 2 });
  if (sought.length < 2) return [];
  const known = new Set(listed.map(({ code }) => code));
  const found = data?.places.edges.map(({ node }) => node) ?? [];
  return found.filter(({ code, level }) => !known.has(code) && level !== 'COUNTY');
}
