import { pictureAlt } from '@lxq/schema/digests/digest-document.ts';
import { useTranslation } from 'react-i18next';
import { useCloseLook } from '../attachments/useCloseLook.tsx';
import { pictureOf } from './pictureOf.ts';

interface Props {
  digestId: string;
  item: { title: string; pictures: readonly string[] };
  className?: string;
}

/** The pictures that an item carries, read with the issue, each to be looked at closely. */
export function ItemImages({ digestId, item: { title, pictures }, className }: Props) {
  const { t } = useTranslation('attachments');
  const addressOf = pictureOf(digestId);
  const photos = pictures.map((id, i) => ({ id, url: addressOf(id), alt: pictureAlt(title, i, pictures.length) }));
  const { look, viewer } = useCloseLook({ photos, anew: async () => undefined });
  if (pictures.length === 0) return null;
  return (
    <>
      <p className={className}>
        {photos.map(({ id, url, alt }) => (
          <button
            key={id}
            type="button"
            className="as-look"
            aria-label={t('look', { name: alt })}
            onClick={() => look(id)}
          >
            <img src={url} alt={alt} loading="lazy" />
          </button>
        ))}
      </p>
      {viewer}
    </>
  );
}
