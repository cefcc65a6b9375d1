import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useJoined } from '../../ui/useJoined.ts';
import { type Added, AddedBy } from './AddedBy.tsx';
import { AttachmentLine } from './AttachmentLine.tsx';
import { arrivedOf } from './arrived.ts';
import type { AttachmentWholeFragment } from './attachment.generated.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { useCloseLook } from './useCloseLook.tsx';
import { useNameOf } from './useNameOf.ts';
import './attachments.css';

interface Props<Shown> {
  of: AttachmentSubject;
  attachments: readonly Shown[];
  /** Asks for the thing again: links hold for some minutes. */
  anew: () => Promise<unknown>;
  /** What stands beside the words of one of them: taking it back. */
  deedsOf?: ((attachment: Shown, name: string) => ReactNode) | undefined;
  /** Who added one of them, and when. */
  addedBy?: ((attachment: Shown) => Added | undefined) | undefined;
  heading?: 'h2' | 'h3';
  children?: ReactNode;
}

/** What belongs to a thing: photos to look at, voice notes to hear, documents to save; what has not come yet, and what was not taken and why. */
export function Attachments<Shown extends AttachmentWholeFragment>(props: Props<Shown>) {
  const { of, attachments, anew, deedsOf, addedBy, heading: Heading = 'h3', children } = props;
  const { t } = useTranslation(['attachments', 'words']);
  const joined = useJoined();
  const nameOf = useNameOf();
  const photos = attachments.filter(({ kind }) => kind === 'PHOTO');
  const { look, viewer } = useCloseLook({ photos: photos.filter(({ state }) => state === 'ARRIVED'), anew });
  if (attachments.length === 0 && !children) return null;
  const lines = attachments
    .map((one) => ({ one, name: nameOf(one, attachments) }))
    .map((line) => ({ ...line, deeds: deedsOf?.(line.one, line.name) }))
    // What is not seen says why in words; with deeds it is named again beside them.
    .filter(({ one, deeds }) => one.kind !== 'PHOTO' || one.state === 'REFUSED' || deeds);
  const added = (one: Shown) => {
    const told = addedBy?.(one);
    return told && <AddedBy added={told} />;
  };
  const counts = arrivedOf(attachments).map(({ kind, count, arrived }) =>
    t(arrived === count ? `words:attached.${kind}` : `some.${kind}`, { count, arrived }),
  );
  return (
    <section className="attached" aria-label={t(`title.${of}`)}>
      <Heading className="report-heading">{t(`title.${of}`)}</Heading>
      {counts.length > 0 && (
        <p className="attached-counts" role="status">
          {joined(counts)}
        </p>
      )}
      {photos.some(({ state }) => state !== 'REFUSED') && (
        <ul className="as-list as-wrap attached-photos">
          {photos.map(
            (photo, at) =>
              photo.state !== 'REFUSED' && (
                <li key={photo.id}>
                  <Thumbnail photo={photo} no={at + 1} anew={anew} onLook={() => look(photo.id)} />
                  {added(photo)}
                </li>
              ),
          )}
        </ul>
      )}
      {lines.length > 0 && (
        <ul className="as-list attached-lines">
          {lines.map(({ one, name, deeds }) => (
            <AttachmentLine
              key={one.id}
              attachment={one}
              name={name}
              added={one.kind === 'PHOTO' ? undefined : added(one)}
              anew={anew}
            >
              {deeds}
            </AttachmentLine>
          ))}
        </ul>
      )}
      {children}
      {viewer}
    </section>
  );
}
