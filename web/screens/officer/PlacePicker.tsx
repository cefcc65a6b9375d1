import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { isOutside, type PlaceChoice } from '../../device/draft.ts';
import { isCalled } from '../../nouns/network/isCalled.ts';
import { useViewer } from '../../session/session.ts';
import { useOnline } from '../../ui/useOnline.ts';
import { FindPlacesDocument } from './lists.generated.ts';
import { type PlaceLine, useNearby } from './lists.ts';
import { PickSection, PickSheet } from './PickSheet.tsx';

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
  const elsewhere = useElsewhere(sought, [...nearby.own, ...nearby.around]);
  const fits = (place: PlaceLine) => isNamed(place, sought);
  const sections: [string, PlaceLine[]][] = [
    [t('where.own'), nearby.own.filter(fits)],
    [t('where.around'), nearby.around.filter(fits)],
    [t('where.elsewhere'), elsewhere.places],
  ];
  const { isCut } = elsewhere;
  const isNone = sections.every(([, places]) => places.length === 0);
  const note = isCut ? t('where.nearOnly') : isNone ? t('where.none') : null;
  const listed = sections.map(([heading, places]) => (
    <PickSection
      key={heading}
      heading={heading}
      items={places}
      keyOf={({ code }) => code}
      nameOf={({ fullName }) => fullName}
      onPick={({ code, fullName }) => onPick({ code, fullName, isOutside: isOutside({ code }, area) })}
    />
  ));
  return (
    <>
      {note && (
        <p className="field-note" role="status">
          {note}
        </p>
      )}
      {listed}
    </>
  );
}

const isNamed = (place: PlaceLine, sought: string): boolean =>
  isCalled(place, sought) || place.fullName.includes(sought);

/** What the server finds beyond the places already listed, and whether it cannot be asked. */
function useElsewhere(sought: string, listed: readonly PlaceLine[]): { places: PlaceLine[]; isCut: boolean } {
  const isOnline = useOnline();
  const isAsked = sought.length >= 2;
  const { data, error } = useQuery(FindPlacesDocument, { variables: { text: sought }, skip: !isAsked });
  const known = new Set(listed.map(({ code }) => code));
  const found = (isAsked && data?.places.edges.map(({ node }) => node)) || [];
  return {
    places: found.filter(({ code, level }) => !known.has(code) && level !== 'COUNTY'),
    isCut: isAsked && !data && (!isOnline || error !== undefined),
  };
}
