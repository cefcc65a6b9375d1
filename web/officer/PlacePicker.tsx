import { useQuery } from '@apollo/client/react';
import { Popup } from 'antd-mobile';
import pinyin from 'pinyin-match';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../session/session.ts';
import { PlainButton } from '../ui/PlainButton.tsx';
import { isWithin, type PlaceChoice } from './draft.ts';
import { FindPlacesDocument } from './lists.generated.ts';
import { type PlaceLine, useNearby } from './lists.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  onPick: (place: PlaceChoice) => void;
}

/** Own area first, then around it, then the whole county; found by name, pinyin or initials. */
export function PlacePicker({ open, onClose, onPick }: Props) {
  const { t } = useTranslation(['officer', 'ui']);
  const { area } = useViewer().post;
  const [text, setText] = useState('');
  const nearby = useNearby();
  const sought = useDeferredValue(text.trim());
  const own = nearby.own.filter((place) => isNamed(place, sought));
  const around = nearby.around.filter((place) => isNamed(place, sought));
  const elsewhere = useElsewhere(sought, [...nearby.own, ...nearby.around]);
  const pick = ({ code, fullName }: PlaceLine) => {
    setText('');
    onPick({ code, fullName, isOutside: !isWithin(code, area) });
  };
  const isNothing = own.length + around.length + elsewhere.length === 0;
  return (
    <Popup visible={open} onMaskClick={onClose} onClose={onClose} bodyClassName="place-picker" destroyOnClose>
      <div className="place-picker-head">
        <input
          type="search"
          aria-label={t('where.pick')}
          placeholder={t('where.search')}
          value={text}
          autoCapitalize="none"
          onChange={(event) => setText(event.target.value)}
        />
        <PlainButton onClick={onClose}>{t('ui:close')}</PlainButton>
      </div>
      <div className="place-picker-list">
        <Places heading={t('where.own')} places={own} onPick={pick} />
        <Places heading={t('where.around')} places={around} onPick={pick} />
        <Places heading={t('where.elsewhere')} places={elsewhere} onPick={pick} />
        {isNothing && <p className="field-note">{t('where.none')}</p>}
      </div>
    </Popup>
  );
}

function Places(props: { heading: string; places: readonly PlaceLine[]; onPick: (place: PlaceLine) => void }) {
  if (props.places.length === 0) return null;
  return (
    <section>
      <h3>{props.heading}</h3>
      {props.places.map((place) => (
        <button key={place.code} type="button" onClick={() => props.onPick(place)}>
          {place.fullName}
        </button>
      ))}
    </section>
  );
}

function isNamed({ name, fullName, initials }: PlaceLine, sought: string): boolean {
  if (sought === '') return true;
  return (
    initials.toLowerCase().startsWith(sought.toLowerCase()) ||
    pinyin.match(name, sought) !== false ||
    fullName.includes(sought)
  );
}

/** What the server finds beyond the places already listed; nothing without a signal. */
function useElsewhere(sought: string, listed: readonly PlaceLine[]): PlaceLine[] {
  const { data } = useQuery(FindPlacesDocument, { variables: { text: sought }, skip: sought.length < 2 });
  if (sought.length < 2) return [];
  const known = new Set(listed.map(({ code }) => code));
  const found = data?.places.edges.map(({ node }) => node) ?? [];
  return found.filter(({ code, level }) => !known.has(code) && level !== 'COUNTY');
}
