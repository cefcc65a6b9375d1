import { useApolloClient } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnew } from '../../../nouns/attachments/useAnew.ts';
import { useCloseLook } from '../../../nouns/attachments/useCloseLook.tsx';
import { DigestOutlineDocument, type DraftItemFragment } from './editor.generated.ts';
import css from './pictures.module.css';

type Photo = DraftItemFragment['photos'][number]['attachment'];
interface Props {
  digestId: string;
  photos: DraftItemFragment['photos'];
  chosen: readonly string[];
  onChange: (pictures: string[]) => void;
}
const MOST = LIMITS.digest.item.pictures;

/** The photos of an item's sources, of which it carries up to two: looked at closely, chosen and taken out by a click, and exchanged with each other. */
export function ItemPictures({ digestId, photos, chosen, onChange }: Props) {
  const { t } = useTranslation('digests');
  const client = useApolloClient();
  const isFull = chosen.length >= MOST;
  const all = photos.map(({ attachment }) => attachment);
  const gone = chosen.filter((id) => !all.some((photo) => photo.id === id));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const isOut = (id: string) => isFull && !chosen.includes(id);
  const anew = () =>
    client.query({ query: DigestOutlineDocument, variables: { id: digestId }, fetchPolicy: 'network-only' });
  const { look, viewer } = useCloseLook({
    ...{ photos: all, anew },
    deedOf: (id) => (
      <button type="button" className="viewer-press" disabled={isOut(id)} onClick={() => toggle(id)}>
        {t(chosen.includes(id) ? 'pictures.takeOut' : 'pictures.take')}
      </button>
    ),
  });
  if (photos.length === 0 && chosen.length === 0) return null;
  return (
    <section aria-label={t('pictures.title')}>
      <header className={css.head}>
        <h3>{t('pictures.chosen', { count: chosen.length, most: MOST })}</h3>
        {chosen.length === MOST && (
          <Button type="text" size="small" onClick={() => onChange([...chosen].reverse())}>
            {t('pictures.exchange')}
          </Button>
        )}
      </header>
      <ul className={`as-list ${css.photos}`}>
        {all.map((photo, i) => (
          <li key={photo.id}>
            <PhotoChoice
              photo={photo}
              name={t('pictures.photo', { number: i + 1 })}
              place={chosen.indexOf(photo.id) + 1}
              isOut={isOut(photo.id)}
              anew={anew}
              onToggle={() => toggle(photo.id)}
              onLook={() => look(photo.id)}
            />
          </li>
        ))}
        {gone.map((id) => (
          <li key={id}>
            <button type="button" className={css.gone} onClick={() => toggle(id)}>
              {t('pictures.gone')}
            </button>
          </li>
        ))}
      </ul>
      {isFull && photos.length > MOST && <p className={css.hint}>{t('pictures.full', { most: MOST })}</p>}
      {viewer}
    </section>
  );
}

interface ChoiceProps {
  photo: Photo;
  name: string;
  /** Among those chosen; 0 where it is none of them. */
  place: number;
  isOut: boolean;
  anew: () => Promise<unknown>;
  onToggle: () => void;
  onLook: () => void;
}
function PhotoChoice({ photo, name, place, isOut, anew, onToggle, onLook }: ChoiceProps) {
  const { t } = useTranslation(['digests', 'attachments']);
  const { url, failed } = useAnew(photo.thumbnailUrl ?? null, anew);
  return (
    <>
      <button
        type="button"
        className={place > 0 ? css.chosen : css.photo}
        aria-pressed={place > 0}
        disabled={isOut}
        onClick={onToggle}
      >
        {url ? <img src={url} alt={name} loading="lazy" onError={failed} /> : name}
        {place > 0 && <span className={css.place}>{t('pictures.place', { number: place })}</span>}
      </button>
      <Button type="link" size="small" aria-label={t('attachments:look', { name })} onClick={onLook}>
        {t('pictures.look')}
      </Button>
    </>
  );
}
