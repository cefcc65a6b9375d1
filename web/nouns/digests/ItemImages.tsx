import { pictureAlt } from '@lxq/schema/digests/digest-document.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LaterViewer } from '../attachments/LaterViewer.tsx';
import { pictureOf } from './pictureOf.ts';

interface Props {
  digestId: string;
  item: { title: string; pictures: readonly string[] };
  className?: string;
}

/** The pictures that an item carries, read with the issue, each to be looked at closely. */
export function ItemImages({ digestId, item: { title, pictures }, className }: Props) {
  const { t } = useTranslation('attachments');
  const [openId, setOpenId] = useState<string>();
  if (pictures.length === 0) return null;
  const addressOf = pictureOf(digestId);
  const shown = pictures.map((id, i) => ({ id, url: addressOf(id), alt: pictureAlt(title, i, pictures.length) }));
  return (
    <>
      <p className={className}>
        {shown.map(({ id, url, alt }) => (
          <button
            key={id}
            type="button"
            className="as-look"
            aria-label={t('look', { name: alt })}
            onClick={() => setOpenId(id)}
          >
            <img src={url} alt={alt} loading="lazy" />
          </button>
        ))}
      </p>
      {openId && (
        <LaterViewer
          photos={shown}
          openId={openId}
          onTurn={setOpenId}
          anew={async () => undefined}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  );
}
