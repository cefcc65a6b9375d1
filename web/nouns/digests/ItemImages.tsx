import { pictureAlt } from '@lxq/schema/digests/digest-document.ts';
import { pictureOf } from './pictureOf.ts';

interface Props {
  digestId: string;
  item: { title: string; pictures: readonly string[] };
  className?: string;
}

/** The pictures that an item carries, read with the issue. */
export function ItemImages({ digestId, item: { title, pictures }, className }: Props) {
  if (pictures.length === 0) return null;
  return (
    <p className={className}>
      {pictures.map((id, i) => (
        <img key={id} src={pictureOf(digestId)(id)} alt={pictureAlt(title, i, pictures.length)} loading="lazy" />
      ))}
    </p>
  );
}
