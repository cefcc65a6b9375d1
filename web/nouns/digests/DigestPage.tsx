import { type DigestDocument, documentBlocks } from '@lxq/schema/digests/digest-document.ts';
import { PaperPage } from '../../ui/paper/PaperPage.tsx';
import { pictureOf } from './pictureOf.ts';

/** An issue as it stands on paper. */
export function DigestPage({ id, document }: { id: string; document: DigestDocument }) {
  return <PaperPage blocks={documentBlocks(document)} pictureOf={pictureOf(id)} />;
}
