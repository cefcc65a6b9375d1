import { LIMITS } from '@lxq/schema/limits.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DraftItemFragment } from './editor.generated.ts';
import css from './pictures.module.css';

interface Props {
  photos: DraftItemFragment['photos'];
  chosen: readonly string[];
  onChange: (pictures: string[]) => void;
}
const MOST = LIMITS.digest.item.pictures;

/** The photos of an item's sources, of which it carries up to two: chosen and taken out by a click, and exchanged with each other. */
export function ItemPictures({ photos, chosen, onChange }: Props) {
  const { t } = useTranslation('digests');
  if (photos.length === 0 && chosen.length === 0) return null;
  const isFull = chosen.length >= MOST;
  const gone = chosen.filter((id) => !photos.some(({ attachment }) => attachment.id === id));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
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
        {photos.map(({ attachment: { id, thumbnailUrl } }, i) => (
          <li key={id}>
            <button
              type="button"
              className={chosen.includes(id) ? css.chosen : css.photo}
              aria-pressed={chosen.includes(id)}
              disabled={isFull && !chosen.includes(id)}
              onClick={() => toggle(id)}
            >
              {thumbnailUrl && <img src={thumbnailUrl} alt={t('pictures.photo', { number: i + 1 })} loading="lazy" />}
              {chosen.includes(id) && (
                <span className={css.place}>{t('pictures.place', { number: chosen.indexOf(id) + 1 })}</span>
              )}
            </button>
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
    </section>
  );
}
